package dev.leadline.expect;

import dev.leadline.compare.Cause;
import java.util.List;
import java.util.Set;

/** All interpreters do the same. */
public final class SameAcross implements Expectation {

  private final Set<Cause.Category> allowed;

  public SameAcross(Set<Cause.Category> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  @Override
  public String title() {
    return "same across interpreters";
  }

  @Override
  public List<Verdict> judge(List<Shown> shown) {
    return shown.stream().map(one -> Verdict.unknown("not judged yet" + allowed.size())).toList();
  }
}
