package dev.leadline.filter;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.resumed;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.Reports;
import dev.leadline.report.profile.ProfileTotals;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.wire.Traces;
import dev.leadline.wire.write.TraceEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFilterTest {

  /** A generator over a line of its caller, a thread, a child, and frames that stay open. */
  private static final String TRACE =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.base(0, 0, 3)
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "items", 12, false)
          + Traces.events(
              call(0, 500, 1, 3, 0)
                  + line(1)
                  + call(1, 1000)
                  + line(4)
                  + begun(2, 1000, 12, 5, 2, 0)
                  + line(13)
                  + returned(13, 1000)
                  + resumed(2, 1000, 13, 5, 2, 0)
                  + line(14)
                  + returned(14, 2000))
          + Traces.thread(1, "worker")
          + Traces.events(1, 2000, call(1, 0, 3, 5, 0) + line(4) + returned(4, 2500))
          + Traces.child(1, 4712, "fork", 4711)
          + Traces.THREAD
          + Traces.code(1, "work", 20, false)
          + Traces.events(0, 3000, call(1, 1000, 20, 9, 0) + line(21) + returned(21, 1000))
          + Traces.leaving("_exit", "3")
          + Traces.process(0)
          + Traces.events(0, 7000, call(2, 500, 12, 5, 2))
          + Traces.END;

  private static String part(String format, long from, long to) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Traces.read(TRACE, new TimeFilter(from, to, Reports.open(format, out, ReportStyle.PLAIN)));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ProfileTotals totals(long from, long to) throws IOException {
    return ProfileTotals.summary(part("json", from, to).getBytes(StandardCharsets.UTF_8), true);
  }

  @Test
  void framesOfBeforeAreOnTheStackFromTheBeginOfThePartToItsEnd() throws IOException {
    assertThat(part("speedscope", 2200, 4000))
        .contains(
            """
            "startValue":2200,"endValue":4000,"events":[
            {"type":"O","frame":0,"at":2200},
            {"type":"O","frame":1,"at":2200},
            {"type":"O","frame":2,"at":2500},
            {"type":"C","frame":2,"at":3500},
            {"type":"C","frame":1,"at":4000},
            {"type":"C","frame":0,"at":4000}]}\
            """)
        .contains(
            """
            "startValue":2200,"endValue":4000,"events":[
            {"type":"O","frame":1,"at":2200},
            {"type":"C","frame":1,"at":4000}]}\
            """);
  }

  @Test
  void callsAreThoseOfThePartAndTimesAreWhatWasSpentInIt() throws IOException {
    ProfileTotals part = totals(2200, 4000);

    assertThat(part.begins()).isEqualTo(Map.of("<module>:1", 0L, "main:3", 0L, "items:12", 1L));
    assertThat(part.ownNs()).isEqualTo(Map.of("main:3", 300L + 500 + 1800, "items:12", 1000L));
  }

  @Test
  void anEventAtTheFirstTimeIsInAndOneAtTheLastIsOut() throws IOException {
    assertThat(part("ndjson", 1500, 2500).lines().map(TimeFilterTest::event))
        .containsExactly("call 1500", "line null", "call 2000", "line null");
  }

  private static String event(String json) {
    return json.replaceAll(".*\"event\":\"(\\w+)\".*\"time_ns\":(\\w+).*", "$1 $2");
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 333, 700, 1000, 4096, 1 << 20})
  void partsAddUpToTheWhole(long length) throws IOException {
    ProfileTotals whole = totals(0, Long.MAX_VALUE);
    Map<String, Long> begins = new TreeMap<>();
    Map<String, Long> own = new TreeMap<>();
    for (long from = 0; from < 130_000; from += length) {
      ProfileTotals part = totals(from, from + length);
      part.begins().forEach((key, count) -> begins.merge(key, count, Long::sum));
      part.ownNs().forEach((key, ns) -> own.merge(key, ns, Long::sum));
    }

    assertThat(begins).isEqualTo(whole.begins());
    assertThat(own).isEqualTo(whole.ownNs());
  }

  @Test
  void aPartThatWasStoredSaysTheSameAgain() throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    Traces.read(TRACE, new TimeFilter(2200, 4000, new TraceEncoder(stored)));
    String trace = stored.toString(StandardCharsets.UTF_8);

    assertThat(trace).contains("\"record\":\"stack\",\"thread\":0,\"time_ns\":2200,\"frames\":[[");
    assertThat(Reports.write("speedscope", trace)).isEqualTo(part("speedscope", 2200, 4000));
    assertThat(Reports.write("json", trace)).isEqualTo(part("json", 2200, 4000));
  }

  @Test
  void beforeTheFirstEventAndBehindTheLastThereIsNone() throws IOException {
    assertThat(part("ndjson", 0, 500)).isEmpty();
    assertThat(part("ndjson", 7501, 9000)).isEmpty();
    assertThat(totals(200_000, 300_000).begins()).isEmpty();
  }
}
