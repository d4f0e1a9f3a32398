package dev.leadline.check.expect;

/** Phrases that several expectations use. */
public final class Wording {

  private Wording() {}

  public static String called(long calls) {
    return calls == 0 ? "not called" : "called " + times(calls);
  }

  public static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
