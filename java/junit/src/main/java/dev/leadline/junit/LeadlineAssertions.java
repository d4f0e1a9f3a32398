package dev.leadline.junit;

import dev.leadline.check.expect.Bound;

/**
 * Where assertions about traces begin. To be imported statically:
 *
 * <pre>{@code
 * import static dev.leadline.junit.LeadlineAssertions.assertThat;
 * import static dev.leadline.junit.LeadlineAssertions.times;
 *
 * class OrderTest {
 *   @TracePython(script = "src/test/python/shop.py", args = "tea", python = {"3.8", "3.13"})
 *   void addsUp(PythonTrace trace) {
 *     assertThat(trace).called("Order.total", times(1)).neverCalled("Order.remove").maxLevel(4);
 *   }
 * }
 * }</pre>
 */
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
