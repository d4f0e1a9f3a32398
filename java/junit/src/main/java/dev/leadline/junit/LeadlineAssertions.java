package dev.leadline.junit;

import dev.leadline.expect.Bound;

/** Where assertions about traces begin. To be imported statically. */
public final class LeadlineAssertions {

  private LeadlineAssertions() {}

  /** Assertions about what a program did. */
  public static PythonTraceAssert assertThat(PythonTrace trace) {
    return new PythonTraceAssert(trace);
  }

  /** So often, not more and not less. */
  public static Bound times(long times) {
    return Bound.exactly(times);
  }

  /** So often or more. */
  public static Bound atLeast(long times) {
    return Bound.atLeast(times);
  }

  /** So often or less. */
  public static Bound atMost(long times) {
    return Bound.atMost(times);
  }
}
