package dev.leadline.report.profile;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.resumed;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.leadline.report.Reports;
import dev.leadline.report.profile.Spans.Edge;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the profiles of written traces hold, as their readers would read it. */
class ProfileReportsTest {

  private static final String HEAD =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.base(0, 0, 3)
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "gen", 12, false);

  private static final String HOSTILE = "a;b \\n\\u0000\\ud800\\u202e</script>\\\"\\\\ 12";

  private static List<Spans> spans(String trace) throws IOException {
    return List.of(
        Spans.speedscope(Reports.bytes("speedscope", trace)),
        Spans.chrome(Reports.bytes("chrome", trace)),
        Spans.perfetto(Reports.bytes("perfetto", trace)));
  }

  private static JsonNode chrome(String trace, String phase) throws IOException {
    JsonNode events =
        new ObjectMapper().readTree(Reports.bytes("chrome", trace)).get("traceEvents");
    return StreamSupport.stream(events.spliterator(), false)
        .filter(event -> event.get("ph").asText().equals(phase))
        .collect(
            () -> new ObjectMapper().createArrayNode(),
            (all, event) -> all.add(event),
            (one, other) -> one.addAll(other));
  }

  @Test
  void aGeneratorHasASpanForEachStayOnAStack() throws IOException {
    String trace =
        HEAD
            + Traces.events(
                call(1, 100, 3, 4, 1)
                    + begun(2, 10, 12, 5, 2, 0)
                    + returned(13, 5)
                    + resumed(2, 20, 13, 5, 2, 0)
                    + returned(14, 5)
                    + returned(4, 60))
            + Traces.END;

    for (Spans spans : spans(trace)) {
      assertThat(spans.lanes().get("MainThread"))
          .extracting(Edge::opens)
          .containsExactly(true, true, false, true, false, false);
      assertThat(spans.lanes().get("MainThread"))
          .extracting(Edge::atNs)
          .containsExactly(100L, 110L, 115L, 135L, 140L, 200L);
      assertThat(spans.totals().begins()).containsEntry("gen:12", 2L).containsEntry("main:3", 1L);
      assertThat(spans.totals().ownNs()).containsEntry("gen:12", 10L).containsEntry("main:3", 90L);
    }
  }

  @Test
  void framesThatAreOpenAtTheEndAreClosedAtTheLastTime() throws IOException {
    String trace =
        HEAD
            + Traces.events(call(1, 100, 3, 4, 1) + call(2, 50))
            + Traces.thread(1, "worker")
            + Traces.events(1, 400, call(1, 0, 3, 5, 0) + returned(4, 600))
            + Traces.END;

    for (Spans spans : spans(trace)) {
      assertThat(spans.lanes().get("MainThread"))
          .extracting(Edge::atNs)
          .containsExactly(100L, 150L, 1000L, 1000L);
      assertThat(spans.totals().begins()).containsEntry("main:3", 2L);
    }
  }

  @Test
  void framesThatWereFoundOnAStackBeginAtItsFirstTime() throws IOException {
    String trace =
        HEAD
            + Traces.stack(0, "[0,3,0],[1,4,1]")
            + Traces.events(0, 500, call(2, 200, 12, 5, 2) + returned(12, 50) + returned(4, 50))
            + Traces.END;

    for (Spans spans : spans(trace)) {
      assertThat(spans.lanes().get("MainThread"))
          .extracting(Edge::atNs)
          .containsExactly(700L, 700L, 700L, 750L, 800L, 800L);
      assertThat(spans.totals().begins()).hasSize(3);
    }
  }

  @Test
  void timeDoesNotGoBackWhereATraceSaysSo() throws IOException {
    String trace =
        HEAD
            + Traces.events(0, -50, call(1, 0, 3, 4, 1) + returned(4, 10))
            + Traces.events(0, 900, call(1, 100, 3, 4, 1) + returned(4, 10))
            + Traces.events(0, 200, call(1, 100, 3, 4, 1) + returned(4, 900))
            + Traces.END;

    for (Spans spans : spans(trace)) {
      assertThat(spans.lanes().get("MainThread"))
          .extracting(Edge::atNs)
          .containsExactly(0L, 0L, 1000L, 1010L, 1010L, 1200L);
    }
  }

  @Test
  void eachThreadAndProcessIsALane() throws IOException {
    String work = call(1, 0, 3, 4, 0) + returned(4, 10);
    String trace =
        HEAD
            + Traces.events(0, 10, work)
            + Traces.thread(1, "worker")
            + Traces.events(1, 20, work)
            + Traces.thread(2, "worker")
            + Traces.events(2, 30, work)
            + Traces.child(1, 4712, "fork", 4711)
            + Traces.THREAD
            + Traces.code(1, "main", 3, false)
            + Traces.events(0, 40, work)
            + Traces.process(0)
            + Traces.END;

    for (Spans spans : spans(trace)) {
      assertThat(spans.lanes().keySet())
          .containsExactly(
              "MainThread", "worker (thread 1)", "worker (thread 2)", "process 1: MainThread");
    }
    assertThat(Reports.write("collapsed", trace))
        .isEqualTo(
            """
            MainThread;main (app:3) 10
            worker (thread 1);main (app:3) 10
            worker (thread 2);main (app:3) 10
            process 1: MainThread;main (app:3) 10
            """);
  }

  @Test
  void moreThreadsThanAProfileCanShowAreLeftOut() throws IOException {
    StringBuilder trace = new StringBuilder(HEAD);
    for (int i = 1; i <= ProfileLanes.MOST + 5; i++) {
      trace.append(Traces.thread(i, "t"));
      trace.append(Traces.events(i, i, call(1, 0, 3, 4, 0) + returned(4, 1)));
    }

    for (Spans spans : spans(trace + Traces.END)) {
      assertThat(spans.lanes()).hasSize(ProfileLanes.MOST);
    }
  }

  @Test
  void exceptionsAreMarkedWhereTheyWereRaised() throws IOException {
    String trace =
        HEAD
            + Traces.events(
                call(1, 10, 3, 4, 1)
                    + call(2, 10)
                    + exception(13, "E", "x")
                    + returned(13, 10)
                    + exception(4, "E", "x")
                    + line(5)
                    + exception(5, "F", "")
                    + returned(5, 10))
            + Traces.END;

    JsonNode marks = chrome(trace, "i");

    assertThat(marks).hasSize(2);
    assertThat(marks.get(0).get("name").asText()).isEqualTo("E: x");
    assertThat(marks.get(0).get("ts")).hasToString("0.02");
    assertThat(marks.get(1).get("name").asText()).isEqualTo("F");
    assertThat(marks.get(1).get("ts")).hasToString("0.03");
  }

  @Test
  void anArrowLeadsToAProcessThatWasStarted() throws IOException {
    String trace =
        HEAD
            + Traces.events(0, 0, call(1, 100, 3, 4, 1))
            + Traces.thread(1, "worker")
            + Traces.events(1, 150, call(1, 0, 3, 4, 1) + returned(4, 10))
            + Traces.child(1, 4712, "fork", 4711)
            + Traces.THREAD
            + Traces.code(2, "gen", 12, false)
            + Traces.events(0, 300, call(2, 0, 12, 4, 0) + returned(12, 10))
            + Traces.process(0)
            + Traces.events(0, 400, returned(4, 0))
            + Traces.END;

    JsonNode from = chrome(trace, "s").get(0);
    JsonNode to = chrome(trace, "f").get(0);

    assertThat(from.get("pid").asInt()).isEqualTo(4711);
    assertThat(from.get("tid").asInt()).isEqualTo(1);
    assertThat(from.get("ts").asText()).isEqualTo("0.1");
    assertThat(to.get("pid").asInt()).isEqualTo(4712);
    assertThat(to.get("ts").asText()).isEqualTo("0.3");
    assertThat(to.get("id")).isEqualTo(from.get("id"));
    assertThat(ProtoReader.readable(Reports.bytes("perfetto", trace)))
        .containsSubsequence("starts process 1\"\n    47: 1\n", "process 1\"\n    47: 1\n");
  }

  @Test
  void depthIsABoundedNumberOfPointsThatHoldTheDeepest() throws IOException {
    StringBuilder trace = new StringBuilder(HEAD);
    for (int i = 0; i < 12_000; i++) {
      int depth = i == 5_345 ? 77 : 4 + i % 3;
      trace.append(Traces.events(0, 5_000L * i, call(1, 0, 3, depth, 1) + returned(4, 2_500)));
    }

    JsonNode points = chrome(trace + Traces.END, "C");

    assertThat(points.size()).isBetween(5_000, 20_000);
    int deepest = 0;
    double last = 0;
    for (JsonNode point : points) {
      deepest = Math.max(deepest, point.get("args").get("depth").asInt());
      assertThat(point.get("ts").asDouble()).isGreaterThanOrEqualTo(last);
      last = point.get("ts").asDouble();
    }
    assertThat(deepest).isEqualTo(77);
  }

  @Test
  void speedscopeFilesHaveItsSchema() throws IOException {
    Schema schema;
    try (InputStream json =
        ProfileReportsTest.class.getResourceAsStream("speedscope-schema.json")) {
      String text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
      schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
    }
    for (String trace :
        List.of(Reports.TRACE + Reports.END, HEAD + Traces.END, hostile(HEAD + work()))) {
      String file = Reports.write("speedscope", trace);
      assertThat(schema.validate(file, InputFormat.JSON)).isEmpty();
      assertThat(new ObjectMapper().readTree(file).get("profiles")).hasSize(1);
    }
    String noNumber =
        Reports.write("speedscope", Reports.TRACE + Reports.END).replace("\"at\":", "\"when\":");
    assertThat(schema.validate(noNumber, InputFormat.JSON)).isNotEmpty();
  }

  private static String work() {
    return Traces.events(
            call(1, 10, 3, 4, 1)
                + call(2, 10)
                + exception(13, HOSTILE, HOSTILE)
                + returned(13, 10)
                + returned(5, 10))
        + Traces.END;
  }

  private static String hostile(String trace) {
    return trace
        .replace("\"gen\"", "\"" + HOSTILE + "\"")
        .replace("MainThread", HOSTILE)
        .replace("app.py", HOSTILE + ".py");
  }

  @Test
  void hostileNamesAreOneNameEverywhere() throws IOException {
    String trace = hostile(HEAD + work());
    String shown = "a;b \\n\\x00\\ud800\\u202e</script>\"\\ 12";

    for (Spans spans : spans(trace)) {
      assertThat(spans.lanes().keySet()).containsExactly(shown);
      assertThat(spans.totals().begins()).containsEntry(shown + ":12", 1L).hasSize(2);
    }
    assertThat(Reports.write("collapsed", trace).lines())
        .hasSize(2)
        .allMatch(
            line ->
                line.matches("[^;]*(;[^;]* \\([^;]*:\\d+\\)){1,2} \\d+") && !line.contains("\0"));
    assertThat(ProfileTotals.pprof(Reports.bytes("pprof", trace)).begins())
        .containsEntry(shown + ":12", 1L);
  }

  @Test
  void valuesAreShownAtTheCallsThatTheyBelongTo() throws IOException {
    String trace =
        (HEAD
                + Traces.events(
                    call(1, 10, 3, 4, 1)
                        + "[\"args\",{\"x\":\"'<\\n>'\"}],"
                        + call(2, 10)
                        + returned(12, 5)
                        + returned(4, 10)
                        + "[\"value\",\"12\"],")
                + Traces.END)
            .replace("\"max_events\":null", "\"max_events\":null,\"values\":[\"args\",\"return\"]");

    JsonNode begins = chrome(trace, "B");
    JsonNode ends = chrome(trace, "E");

    assertThat(begins.get(0).get("args")).hasToString("{\"x\":\"'<\\\\n>'\"}");
    assertThat(begins.get(1).has("args")).isFalse();
    assertThat(ends.get(0).has("args")).isFalse();
    assertThat(ends.get(1).get("args")).hasToString("{\"return\":\"12\"}");
    assertThat(ProtoReader.readable(Reports.bytes("perfetto", trace)))
        .contains("10: \"x\"\n      6: \"'<\\n>'\"", "10: \"return\"\n      6: \"12\"");
  }
}
