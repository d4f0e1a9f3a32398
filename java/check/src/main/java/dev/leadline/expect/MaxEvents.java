package dev.leadline.expect;

/** Number of events. */
public final class MaxEvents implements EachByItself {

  private final long most;

  public MaxEvents(long most) {
    this.most = most;
  }

  @Override
  public String title() {
    return "at most " + most + " events";
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
