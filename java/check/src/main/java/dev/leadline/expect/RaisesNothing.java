package dev.leadline.expect;

/** No exception leaves a function. */
public final class RaisesNothing implements EachByItself {

  @Override
  public String title() {
    return "raises: none";
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
