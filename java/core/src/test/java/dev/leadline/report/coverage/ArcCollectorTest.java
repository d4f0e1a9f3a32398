package dev.leadline.report.coverage;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.resumed;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.source.SourceAccess;
import dev.leadline.source.StoredSources;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The arcs are those that coverage.py's tracers record, which the integration tests compare. */
class ArcCollectorTest {

  @Test
  void aCallBeginsAndEndsAtTheNegativeOfItsFirstLine() throws IOException {
    assertThat(arcs(call(1, 0, 3, 4, 0) + line(4, 5) + returned(5, 9)))
        .isEqualTo("-3>4 x1 4>5 x1 5>-3 x1");
  }

  @Test
  void arcsAreCounted() throws IOException {
    assertThat(arcs(call(1, 0, 3, 4, 0) + line(4, 5, 4, 5, 4) + returned(4, 9)))
        .isEqualTo("-3>4 x1 4>-3 x1 4>5 x2 5>4 x2");
  }

  @Test
  void anExceptionThatEndsAFrameIsNoWayOut() throws IOException {
    assertThat(arcs(call(1, 0, 3, 4, 0) + line(4) + exception(4, "E", "") + returned(4, 9)))
        .isEqualTo("-3>4 x1");
  }

  @Test
  void anExceptionThatIsHandledIsAnArc() throws IOException {
    assertThat(
            arcs(call(1, 0, 3, 4, 0) + line(4) + exception(4, "E", "") + line(6) + returned(6, 9)))
        .isEqualTo("-3>4 x1 4>6 x1 6>-3 x1");
  }

  @Test
  void theEndOfAnIterationEndsNoFrame() throws IOException {
    assertThat(
            arcs(
                call(1, 0, 3, 4, 0) + line(4) + exception(4, "StopIteration", "") + returned(4, 9)))
        .isEqualTo("-3>4 x1 4>-3 x1");
  }

  @Test
  void aGeneratorGoesOnWhereItYielded() throws IOException {
    assertThat(
            arcs(
                begun(2, 0, 12, 4, 0, 0)
                    + line(13)
                    + returned(13, 1)
                    + resumed(2, 0, 13, 4, 0, 0)
                    + line(14)
                    + returned(14, 1)))
        .isEqualTo("-12>13 x1 13>14 x1 14>-12 x1");
  }

  @Test
  void aFrameThatWasFoundOnTheStackHasNoArcFromItsStart() throws IOException {
    assertThat(arcs("", Traces.stack(0, "[1,4,0]"), line(5, 6) + returned(6, 9)))
        .isEqualTo("5>5 x1 5>6 x1 6>-3 x1");
  }

  @Test
  void filesWithNamesThatNoToolTakesAreNamedInASentence() throws IOException {
    String one = Traces.code(1, "main", 3, false).replace("app.py", "odd\\nname.py");
    String other = Traces.code(2, "items", 12, false).replace("app.py", "\\udcff.py");
    String dynamic = Traces.code(3, "made", 1, false).replaceFirst("/[^\"]*app.py", "<string>");

    assertThat(leftOut(one))
        .contains(
            "the coverage leaves out 1 file with a line break in the name, or a name that is not UTF-8: /home/me/project/odd\nname.py");
    assertThat(leftOut(one + other).orElseThrow()).contains(" 2 files ").endsWith(" and others");
    assertThat(leftOut(dynamic)).isEmpty();
  }

  private static Optional<String> leftOut(String codes) throws IOException {
    ArcCollector collector = new ArcCollector();
    StringBuilder trace = new StringBuilder(Traces.HEADER + Traces.THREAD + codes);
    for (int id = 1; id <= 3; id++) {
      if (codes.contains("\"code\":" + id + ",")) {
        trace.append(Traces.events(call(id, 0, 3, 4, 0) + returned(3, 9)));
      }
    }
    Traces.read(trace + Traces.END, collector);
    return collector.unnamed().sentence();
  }

  private static String arcs(String events) throws IOException {
    return arcs(events, "", "");
  }

  private static String arcs(String events, String record, String more) throws IOException {
    String trace =
        Traces.HEADER
            + Traces.THREAD
            + Traces.code(1, "main", 3, false)
            + Traces.code(2, "items", 12, false)
            + (events.isEmpty() ? "" : Traces.events(events))
            + record
            + (more.isEmpty() ? "" : Traces.events(more))
            + Traces.END;
    ArcCollector collector = new ArcCollector();
    Traces.read(trace, collector);
    RanFiles files = collector.files();
    return files
        .sources(SourceAccess.STORED, new StoredSources())
        .values()
        .iterator()
        .next()
        .toString();
  }
}
