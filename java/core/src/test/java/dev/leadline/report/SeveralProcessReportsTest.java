package dev.leadline.report;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.resumed;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.wire.Traces;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Traces of several threads and processes, and of values, as they are shown. */
class SeveralProcessReportsTest {

  private static final String TRACE =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.base(0, 0, 3)
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "gen", 12, false)
          + Traces.events(
              call(1, 0, 3, 4, 1)
                  + begun(2, 1000, 12, 5, 2, 0)
                  + returned(13, 1000)
                  + resumed(2, 1000, 13, 5, 2, 0)
                  + returned(14, 1000))
          + Traces.child(1, 4712, "fork", 4711)
          + Traces.THREAD
          + Traces.code(1, "work\\u001b[1m", 20, false)
          + Traces.events(0, 9000, call(1, 1000, 20, 9, 0) + line(21) + returned(21, 1000))
          + Traces.leaving("_exit", "3")
          + Traces.child(2, 4713, "spawn", 4712)
          + Traces.END
          + Traces.process(0)
          + Traces.thread(1, "worker")
          + Traces.base(1, 4)
          + Traces.events(1, 20000, call(1, 0, 3, 5, 0) + returned(4, 2000))
          + Traces.events(0, 30000, returned(5, 0))
          + Traces.END
          + Traces.exit(0, false);

  private static final String CLOSING =
      "11 events: 5 calls, 1 line, 5 returns; completed, status 0, 120 us\n";

  @Test
  void theTreePartsThreadsAndProcesses() throws IOException {
    assertThat(Reports.write("tree", TRACE))
        .isEqualTo(
            """
            app.py --fast on CPython 3.12.1, base depth 3, cutoff auto
            calls      own    total    %  function             at
            process 0 (pid 4711): app.py --fast; base depth 3; completed, status 0
            thread 0 MainThread                deepest 5 (gen:12)
                1  28.0 us  30.0 us  91%  main              app:3
                1  2.00 us  2.00 us   6%    gen  1 resume  app:12
            thread 1 worker                    deepest 5 (main:3)
                1  2.00 us  2.00 us   6%  main              app:3
            process 1 (pid 4712, fork of 4711): app.py --fast; left by os._exit, status 3; deepest 9 (work\\x1b[1m:20)
                1  1.00 us  1.00 us   3%  work\\x1b[1m      app:20
            process 2 (pid 4713, started by 4712): app.py --fast; completed
            """
                + CLOSING);
  }

  @Test
  void theSummaryPartsProcesses() throws IOException {
    assertThat(Reports.write("summary", TRACE))
        .startsWith(
            """
            app.py --fast on CPython 3.12.1, base depth 3, cutoff auto
            calls  lines      own    %    total  function           at
            process 0 (pid 4711): app.py --fast; base depth 3; completed, status 0; deepest 5 (gen:12)
                2      0  30.0 us  91%  32.0 us  main            app:3
                1      0  2.00 us   6%  2.00 us  gen  1 resume  app:12
            process 1 (pid 4712, fork of 4711): app.py --fast; left by os._exit, status 3; deepest 9 (work\\x1b[1m:20)
                1      1  1.00 us   3%  1.00 us  work\\x1b[1m    app:20
            process 2 (pid 4713, started by 4712): app.py --fast; completed

            depth  level  call  line  return
            """)
        .endsWith(CLOSING);
  }

  @Test
  void linesSayWhoseTheyAre() throws IOException {
    assertThat(Reports.write("lines", TRACE))
        .isEqualTo(
            """
            app.py --fast on CPython 3.12.1, cutoff auto
               4  call      app.py:3 main
               5    call      app.py:12 gen
               5    return    app.py:13 gen
               5    call      app.py:13 gen
               5    return    app.py:14 gen
            [1:0] is process 1 (pid 4712, fork of 4711): app.py --fast
               9  [1:0] call      app.py:20 work\\x1b[1m
               9  [1:0] line      app.py:21 work\\x1b[1m
               9  [1:0] return    app.py:21 work\\x1b[1m
            [2:0] is process 2 (pid 4713, started by 4712): app.py --fast
            [2:0] completed
            [1] is thread 1 worker
               5  [1] call      app.py:3 main
               5  [1] return    app.py:4 main
               4  return    app.py:5 main
            [1:0] left by os._exit, status 3
            """
                + CLOSING);
  }

  @Test
  void theSummaryForMachinesListsThreadsAndProcesses() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode summary = mapper.readTree(Reports.write("json", TRACE));

    assertThat(summary.get("processes")).hasSize(3);
    assertThat(summary.at("/processes/1"))
        .isEqualTo(
            mapper.readTree(
                """
                {"number":1,"pid":4712,"parent":4711,"origin":"fork","argv":["app.py","--fast"],
                 "base_depth":null,"outcome":"left","detail":"left by os._exit","status":3,
                 "events":{"call":1,"line":1,"return":1,"exception":0,"opcode":0}}
                """));
    assertThat(summary.at("/processes/0/events/call").intValue()).isEqualTo(4);
    assertThat(summary.at("/processes/0/base_depth").intValue()).isEqualTo(3);
    assertThat(summary.at("/processes/0/parent").isNull()).isTrue();
    assertThat(summary.get("threads")).hasSize(3);
    assertThat(summary.at("/threads/2"))
        .isEqualTo(
            mapper.readTree(
                """
                {"thread":1,"ident":101,"name":"worker","greenlet":false,"process":4711,"process_number":0,
                 "base_depth":4}
                """));
    assertThat(summary.get("functions"))
        .filteredOn(function -> function.get("qualname").textValue().equals("gen"))
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.get("calls").intValue()).isEqualTo(1);
              assertThat(function.get("resumes").intValue()).isEqualTo(1);
            });
  }

  @Test
  void flatEventsNameTheirProcessAndThatTheyGoOn() throws IOException {
    String[] events = Reports.write("ndjson", TRACE).split("\n");

    assertThat(events[3])
        .endsWith("\"thread\":0,\"process\":4711,\"time_ns\":3000,\"resumed\":true}");
    assertThat(events[5]).contains("\"thread\":0,\"process\":4712,\"time_ns\":10000}");
    assertThat(events[8]).contains("\"thread\":1,\"process\":4711,");
  }

  /** A child that SystemExit ended, and the program's own process, whose status is known. */
  private static String exited(String detail) {
    String end = Traces.END.replace("completed\",\"detail\":\"\"", "exited\",\"detail\":\"%s\"");
    return Traces.HEADER
        + Traces.child(1, 4712, "fork", 4711)
        + end.formatted(detail)
        + Traces.process(0)
        + end.formatted(detail)
        + Traces.exit(120, false);
  }

  @Test
  void theExitStatusOfAChildIsWhatItReported() throws IOException {
    String tree = Reports.write("tree", exited("3"));

    assertThat(tree.lines().filter(line -> line.startsWith("process 1")))
        .singleElement()
        .satisfies(line -> assertThat(line).endsWith("; exited, status 3"));
    assertThat(tree).contains("; exited, status 120").doesNotContain("(3)");
    assertThat(Reports.write("lines", exited("3"))).contains("[1:0] exited, status 3\n");
    assertThat(Reports.write("json", exited("3")))
        .contains("\"outcome\":\"exited\",\"detail\":\"3\",\"status\":3");
  }

  @Test
  void anOlderAgentDoesNotTellTheExitStatus() throws IOException {
    assertThat(Reports.write("lines", exited(""))).contains("[1:0] exited\n");
    assertThat(Reports.write("json", exited("")))
        .contains("\"outcome\":\"exited\",\"detail\":\"\",\"status\":null");
  }

  @Test
  void aStoppedRunShowsNoStatus() throws IOException {
    String trace = Reports.TRACE + Traces.exit(143, true);

    assertThat(Reports.write("tree", trace)).contains("timed out (stopped").doesNotContain("143");
  }

  private static final String VALUES =
      Reports.TRACE.replace(
              "\"max_events\":null",
              "\"max_events\":null,\"values\":[\"args\",\"locals\",\"return\"]")
          + Traces.events(
              "[\"call\",2,1,12,4,1],[\"args\",{\"a\":\"1\",\"s\\u001b\":\"'\\u202e\\n'\"}],13,"
                  + "[\"locals\",{\"x\":\"2\",\"y\":null}],[\"return\",13,1],[\"value\",\"{\\\"k\\\": 1}\"]");

  @Test
  void linesShowValuesBehindTheirEvents() throws IOException {
    assertThat(Reports.write("lines", VALUES).lines().skip(13).limit(3))
        .containsExactly(
            "   4  call      app.py:12 Order.total  a=1  s\\x1b='\\u202e\\n'",
            "   4  line      app.py:13 Order.total  x=2  del y",
            "   4  return    app.py:13 Order.total  -> {\"k\": 1}");
  }

  @Test
  void flatEventsHaveValuesBehindAllElse() throws IOException {
    assertThat(
            Reports.write("ndjson", VALUES).lines().skip(12).map(SeveralProcessReportsTest::tail))
        .containsExactly(
            "\"time_ns\":1,\"args\":{\"a\":\"1\",\"s\\u001b\":\"'\\u202e\\n'\"}}",
            "\"time_ns\":null,\"locals\":{\"x\":\"2\",\"y\":null}}",
            "\"time_ns\":2,\"value\":\"{\\\"k\\\": 1}\"}");
  }

  private static String tail(String line) {
    return line.substring(line.indexOf("\"time_ns\""));
  }
}
