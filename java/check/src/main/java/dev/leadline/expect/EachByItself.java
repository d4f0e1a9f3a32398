package dev.leadline.expect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An expectation that looks at one interpreter's run at a time. */
public interface EachByItself extends Expectation {

  /** Tells whether it holds for this run. */
  Verdict judge(Shown shown) throws IOException;

  @Override
  default List<Verdict> judge(List<Shown> all) throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    for (Shown shown : all) {
      verdicts.add(judge(shown));
    }
    return verdicts;
  }
}
