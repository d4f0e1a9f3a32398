package dev.leadline.expect;

/** Nesting of calls. */
public final class MaxLevel implements EachByItself {

  private final int most;

  public MaxLevel(int most) {
    this.most = most;
  }

  @Override
  public String title() {
    return "at most " + most + " levels of calls";
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
