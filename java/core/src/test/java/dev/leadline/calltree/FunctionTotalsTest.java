package dev.leadline.calltree;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.filter.Choices;
import dev.leadline.filter.FilterSink;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionTotalsTest {

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + Traces.thread(1, "worker")
          + Traces.code(1, "f", 1, false)
          + Traces.code(2, "g", 5, false);

  private final FunctionTotals totals = new FunctionTotals();

  @Test
  void countsTheTimeOfTheOutermostCallOnly() throws IOException {
    read(
        Traces.events(
            call(1, 0, 1, 4, 1)
                + call(2, 1)
                + call(1, 1)
                + returned(2, 1)
                + returned(6, 1)
                + returned(2, 1)));

    Tally f = tally("f");
    assertThat(f.calls()).isEqualTo(2);
    assertThat(f.totalNs()).hasValue(5);
    assertThat(f.ownNs()).hasValue(3);
    assertThat(tally("g").totalNs()).hasValue(3);
    assertThat(tally("g").ownNs()).hasValue(2);
  }

  @Test
  void countsTheOutermostCallOfEachThread() throws IOException {
    read(
        Traces.events(call(1, 0, 1, 4, 1))
            + Traces.events(1, 10, call(1, 0, 1, 4, 0) + call(1, 1))
            + Traces.events(0, 20, returned(2, 0))
            + Traces.events(1, 20, call(1, 0) + returned(2, 1) + returned(2, 1) + returned(2, 8)));

    Tally f = tally("f");
    assertThat(f.calls()).isEqualTo(4);
    assertThat(f.totalNs()).hasValue(20 + 20);
    assertThat(f.ownNs()).hasValue(20 + 20);
  }

  @Test
  void countsTheTimeOfAFunctionThatIsLeftOutForTheOneThatCalledIt() throws IOException {
    Traces.read(
        START
            + Traces.events(
                call(1, 0, 1, 4, 1) + call(2, 1) + line(6) + returned(6, 5) + returned(2, 1)),
        new FilterSink(Choices.all().functions("f").recording(), totals));

    assertThat(totals.byFunction()).hasSize(1);
    assertThat(tally("f").ownNs()).hasValue(7);
    assertThat(tally("f").lines()).isZero();
  }

  @Test
  void countsAResumptionAsACallAndDoesNotCountThePause() throws IOException {
    read(
        Traces.events(call(2, 0, 5, 4, 1) + returned(6, 3))
            + Traces.events(0, 1000, call(2, 0, 6, 4, 1) + returned(7, 4)));

    assertThat(tally("g").calls()).isEqualTo(2);
    assertThat(tally("g").totalNs()).hasValue(7);
  }

  private void read(String events) throws IOException {
    Traces.read(START + events, totals);
  }

  private Tally tally(String qualname) {
    return totals.byFunction().entrySet().stream()
        .filter(entry -> entry.getKey().qualname().equals(qualname))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
