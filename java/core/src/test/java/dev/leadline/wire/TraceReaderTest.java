package dev.leadline.wire;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.event.Ending;
import dev.leadline.event.Ending.Outcome;
import dev.leadline.event.IgnoringSink;
import dev.leadline.event.Notice;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.wire.read.TraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceReaderTest {

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.base(0, 0, 3)
          + Traces.code(1, "main", 20, false)
          + Traces.code(2, "dumps", 183, "stdlib", false);

  private final SinkLog log = new SinkLog();

  @Test
  void derivesDepthLevelLineAndTimeOfShortCalls() throws IOException {
    read(
        START
            + Traces.events(
                "[\"call\",0,100,1,3,0],30,[\"call\",1,10],21,[\"call\",2,5],184,"
                    + "[\"call\",1,1],[\"return\",21,1],[\"return\",184,1],[\"return\",22,2],"
                    + "[\"return\",30,3]")
            + Traces.END);

    assertThat(log.lines())
        .containsExactly(
            "call <module>:1 3/0 @100",
            "line <module>:30 3/0",
            "call main:20 4/1 @110",
            "line main:21 4/1",
            "call dumps:183 5/2 @115",
            "line dumps:184 5/2",
            "call main:20 6/2 @116",
            "return main:21 6/2 @117",
            "return dumps:184 5/2 @118",
            "return main:22 4/1 @120",
            "return <module>:30 3/0 @123");
  }

  @Test
  void givesAllEventsOfAnActivationOneFrame() throws IOException {
    read(
        START
            + Traces.events(
                "[\"call\",1,1,20,4,1],21,[\"exception\",21,\"E\",\"\"],[\"return\",21,1]"));

    TraceEvent call = log.events().get(0);
    assertThat(log.events()).hasSize(4).allMatch(event -> event.frame() == call.frame());
  }

  @Test
  void decodesNoEventsForASinkThatReadsNone() throws IOException {
    Ending ending =
        Traces.read(
            START + Traces.events("7,[\"return\",7,1],[\"no such event\"]") + Traces.END,
            new IgnoringSink() {});

    assertThat(ending.malformedLines()).isZero();
    assertThat(ending.timeNs()).isEqualTo(120_455);
  }

  @Test
  void countsTimesFromTheBatchAndAllowsThemToBeMissing() throws IOException {
    read(
        START
            + Traces.events(0, 5000, call(1, 7, 20, 4, 1))
            + Traces.events(0, null, returned(21, null)));

    assertThat(log.lines()).containsExactly("call main:20 4/1 @5007", "return main:21 4/1");
  }

  @Test
  void takesLinesThatCPythonGaveAsNone() throws IOException {
    read(
        START
            + Traces.events(
                "[\"call\",1,1,null,4,1],null,[\"exception\",null,\"E\",\"\"],[\"opcode\",null],"
                    + "[\"return\",null,1]"));

    assertThat(log.lines())
        .containsExactly(
            "call main:none 4/1 @1",
            "line main:none 4/1",
            "exception main:none 4/1 E: ",
            "opcode main:none 4/1",
            "return main:none 4/1 @2");
  }

  @Test
  void passesOverElementsAndKeysOfLaterVersions() throws IOException {
    read(
        START
            + "{\"record\":\"events\",\"color\":{\"a\":[1]},\"thread\":0,\"time_ns\":0,\"events\":"
            + "[[\"call\",1,1,20,4,1,{\"args\":[1,[2]]},[3]],[\"return\",21,1,{\"value\":\"x\"}]],"
            + "\"more\":[]}\n");

    assertThat(log.lines()).containsExactly("call main:20 4/1 @1", "return main:21 4/1 @2");
    assertThat(log.notices()).isEmpty();
  }

  @Test
  void readsRecordsWhoseKeysAToolHasSorted() throws IOException {
    read(
        START
            + "{\"events\":[[\"call\",1,1,20,4,1]],\"record\":\"events\",\"thread\":0,\"time_ns\":3}\n");

    assertThat(log.lines()).containsExactly("call main:20 4/1 @4");
  }

  @Test
  void keepsThreadsApart() throws IOException {
    read(
        START
            + "{\"record\":\"thread\",\"thread\":1,\"ident\":9,\"name\":\"worker\"}\n"
            + Traces.events("[\"call\",1,1,20,4,1]")
            + Traces.events(1, 0, call(2, 2, 183, 6, 0))
            + Traces.events("[\"return\",22,5]"));

    assertThat(log.lines())
        .containsExactly("call main:20 4/1 @1", "call dumps:183 6/0 @2", "return main:22 4/1 @5");
    assertThat(log.events().get(1).frame().thread().name()).isEqualTo("worker");
    assertThat(log.events().get(1).frame().thread().process()).isZero();
    assertThat(log.events().get(1).frame().thread().pid()).isEqualTo(4711);
  }

  @Test
  void reportsTheEndAsTheAgentAndTheControllerDo() throws IOException {
    Ending ending = read(START + Traces.END + Traces.exit(3, false));

    assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(ending.status()).hasValue(3);
    assertThat(ending.timeNs()).isEqualTo(120455);
    assertThat(ending.baseDepth()).hasValue(3);
    assertThat(ending.seen()).isEqualTo(Map.of(Scope.USER, 3, Scope.STDLIB, 41));
    assertThat(log.endings()).containsExactly(ending);
  }

  @Test
  void makesNoticesOfLimitsAndTroubles() throws IOException {
    read(START + Traces.limit(1000, 91824) + Traces.trouble("a call could not be recorded"));

    assertThat(log.notices())
        .containsExactly(
            new Notice(
                Notice.Kind.LIMIT, "recording stopped after 1000 events; the program ran on"),
            new Notice(Notice.Kind.TROUBLE, "a call could not be recorded"));
  }

  @Test
  void passesTheChannelsAndEveryLineToTheListener() throws IOException {
    String trace = START + "{\"record\":\"novel\"}\n" + Traces.END;
    ListenerLog lines = new ListenerLog();

    TraceReader reader = new TraceReader(log, lines);
    reader.read(Traces.stream(trace));

    assertThat(lines.lines()).isEqualTo(trace);
    assertThat(lines.channels().stdout()).isEqualTo("fifo");
    assertThat(lines.channels().stdoutFifo()).hasValue("/tmp/x/stdout");
    assertThat(reader.finish().unknownRecords()).isEqualTo(1);
  }

  @Test
  void goesOnForTheListenerAfterTheSinkFailed() throws IOException {
    String trace = START + Traces.events("[\"call\",1,1,20,4,1],21,22") + Traces.END;
    ListenerLog log = new ListenerLog();
    BrokenSink broken = new BrokenSink();
    TraceReader reader = new TraceReader(broken, log);
    InputStream in = Traces.stream(trace);

    assertThatThrownBy(() -> reader.read(in))
        .isInstanceOf(SinkException.class)
        .hasMessage("the pipe is closed")
        .hasCauseInstanceOf(IOException.class);
    reader.read(in);
    Ending ending = reader.finish(new Exit(0, false, false, ""));

    assertThat(log.lines()).isEqualTo(trace);
    assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(broken.attempts()).isEqualTo(1);
  }

  @Test
  void cannotBeConcludedTwice() throws IOException {
    TraceReader reader = new TraceReader(log, StreamListener.NONE);
    reader.read(Traces.stream(START));
    reader.finish();

    assertThatThrownBy(reader::finish).isInstanceOf(IllegalStateException.class);
  }

  private Ending read(String trace) throws IOException {
    return Traces.read(trace, log);
  }
}
