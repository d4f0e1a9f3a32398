package dev.leadline.compare;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadline.wire.Traces;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TimeComparisonTest {

  /** One machine is twice as fast; one function became ten times slower on top of it. */
  @Test
  void aFunctionIsSlowAgainstTheOthersAndNotAgainstTheClock() throws IOException {
    TimeComparison times = ComparerTest.compare(trace(1, 1), trace(2, 10)).times().orElseThrow();

    assertThat(times.median()).isCloseTo(2, within(0.2));
    assertThat(times.functions().stream().filter(times::isBeyondNoise))
        .extracting(ratio -> ratio.function().qualname())
        .containsExactly("f3");
  }

  @Test
  void fewFunctionsTellNoNoise() throws IOException {
    TimeComparison times =
        ComparerTest.compare(ComparerTest.trace("", ""), ComparerTest.trace("", ""))
            .times()
            .orElseThrow();
    assertThat(times.noise()).isEmpty();
    assertThat(times.functions()).isEmpty();
  }

  private static String trace(int clock, int third) {
    StringBuilder codes = new StringBuilder();
    StringBuilder events = new StringBuilder(call(1, 0, 10, 4, 1));
    codes.append(Traces.code(1, "main", 10, false));
    for (int i = 2; i < 10; i++) {
      codes.append(Traces.code(i, "f" + i, 10 * i, false));
      long ns = 1_000_000L * clock * (i == 3 ? third : 1) + 10_000L * i;
      events.append(call(i, 1)).append(returned(10 * i, ns));
    }
    events.append(returned(11, 1));
    return Traces.HEADER + Traces.THREAD + codes + Traces.events(events.toString()) + Traces.END;
  }
}
