package dev.leadline.expect;

/** Phrases that several expectations use. */
final class Wording {

  private Wording() {}

  static String called(long calls) {
    return calls == 0 ? "not called" : "called " + times(calls);
  }

  static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
