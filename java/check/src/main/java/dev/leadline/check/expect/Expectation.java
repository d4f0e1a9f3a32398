package dev.leadline.check.expect;

import dev.leadline.event.EventSink;
import dev.leadline.event.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a run must show. One that needs more than the activations of an {@link
 * dev.leadline.execution.Execution} asks for it in {@link #recording} and receives it in a {@link
 * #listener}. Two are equal only if they are the same object.
 */
public interface Expectation {

  /** What is expected, in one clause: the name of its test case. */
  String title();

  /** What has to be recorded so that it can be judged. */
  default Recording recording(Recording base) {
    return base;
  }

  /**
   * What of the run {@link #listener} receives, where that is not what {@link #recording} asks for.
   */
  default Recording listenerRecording(Recording base) {
    return recording(base);
  }

  /** What receives the events of one run; a new one for each run, given back in {@link Shown}. */
  default Optional<EventSink> listener() {
    return Optional.empty();
  }

  /** The files that hold what is expected. */
  default Stream<Path> files() {
    return Stream.empty();
  }

  /** Whether it is judged when no other run is at work, since it takes times. */
  default boolean isJudgedAlone() {
    return false;
  }

  /**
   * Tells whether it holds.
   *
   * @param shown what the run showed on each interpreter on which it could be recorded, in the
   *     order asked
   * @return a verdict on each, in the same order
   */
  List<Verdict> judge(List<Shown> shown) throws IOException;

  /** An expectation that looks at one interpreter's run at a time. */
  interface EachByItself extends Expectation {

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
}
