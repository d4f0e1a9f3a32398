package dev.leadline.calltree;

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
          + "{\"record\":\"thread\",\"thread\":1,\"ident\":9,\"name\":\"worker\"}\n"
          + Traces.code(1, "f", 1, false)
          + Traces.code(2, "g", 5, false);

  private final FunctionTotals totals = new FunctionTotals();

  @Test
  void countsTheTimeOfTheOutermostCallOnly() throws IOException {
    read(
        Traces.events(
            "[\"call\",1,0,1,4,1],[\"call\",2,1],[\"call\",1,1],[\"return\",2,1],[\"return\",6,1],"
                + "[\"return\",2,1]"));

    Tally f = tally("f");
    assertThat(f.calls()).isEqualTo(2);
    assertThat(f.totalNs()).hasValue(5);
    assertThat(f.ownNs()).hasValue(3);
    assertThat(tally("g").totalNs()).hasValue(3);
    assertThat(tally("g").ownNs()).hasValue(2);
  }

  @Test
  void countsTheOutermostCallOfEachThread() throws IOException {
    String other = "{\"record\":\"events\",\"thread\":1,\"time_ns\":%d,\"events\":[%s]}\n";
    read(
        Traces.events("[\"call\",1,0,1,4,1]")
            + other.formatted(10, "[\"call\",1,0,1,4,0],[\"call\",1,1]")
            + "{\"record\":\"events\",\"thread\":0,\"time_ns\":20,\"events\":[[\"return\",2,0]]}\n"
            + other.formatted(
                20, "[\"call\",1,0],[\"return\",2,1],[\"return\",2,1],[\"return\",2,8]"));

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
                "[\"call\",1,0,1,4,1],[\"call\",2,1],6,[\"return\",6,5],[\"return\",2,1]"),
        new FilterSink(Choices.all().functions("f").recording(), totals));

    assertThat(totals.byFunction()).hasSize(1);
    assertThat(tally("f").ownNs()).hasValue(7);
    assertThat(tally("f").lines()).isZero();
  }

  @Test
  void countsAResumptionAsACallAndDoesNotCountThePause() throws IOException {
    read(
        Traces.events("[\"call\",2,0,5,4,1],[\"return\",6,3]")
            + "{\"record\":\"events\",\"thread\":0,\"time_ns\":1000,\"events\":"
            + "[[\"call\",2,0,6,4,1],[\"return\",7,4]]}\n");

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
