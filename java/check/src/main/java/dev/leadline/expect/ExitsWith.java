package dev.leadline.expect;

/** The exit status. */
public final class ExitsWith implements EachByItself {

  private final int status;

  public ExitsWith(int status) {
    this.status = status;
  }

  @Override
  public String title() {
    return "exit: " + status;
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
