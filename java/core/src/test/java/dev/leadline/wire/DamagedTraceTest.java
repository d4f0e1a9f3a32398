package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.event.Ending;
import dev.leadline.event.Ending.Outcome;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.wire.TraceFormatException.NotATraceException;
import dev.leadline.wire.TraceFormatException.ProtocolMismatchException;
import dev.leadline.wire.read.TraceReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedTraceTest {

  private static final String START =
      Traces.HEADER + Traces.THREAD + Traces.code(1, "Order.total", 12, false);
  private static final String CALL = Traces.events("[\"call\",1,10,12,4,1],13,14");

  private final SinkLog log = new SinkLog();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[[\"return\",14,1]]}",
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[14]}",
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[[\"call\",1,5]]}",
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[[\"call\",99,5,1,4,1]]}",
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[[\"jump\",14]]}",
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[{}]}",
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[[]]}",
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0}",
        "{\"record\":\"events\",\"thread\":7,\"time_ns\":0,\"events\":[14]}",
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":7}",
        "{\"record\":\"code\",\"code\":2}",
        "{\"record\":\"code\",\"code\":2000000000,\"file\":\"a\",\"function\":\"f\",\"qualname\":\"f\","
            + "\"firstlineno\":1,\"lineno\":1,\"module\":\"\",\"scope\":\"user\",\"base\":false}",
        "{\"record\":\"end\",\"outcome\":\"died\",\"detail\":\"\",\"seen\":{}}",
        "{\"thread\":0}",
        "[1,2]",
        "14",
        "Segmentation fault",
        "{\"record\":\"trouble\",\"text\":\"cut",
        "{\"record\":}"
      })
  void complainsOfALineThatMakesNoSenseAndReadsOn(String line) throws IOException {
    Ending ending = Traces.read(START + line + "\n" + CALL + Traces.END, log);

    assertThat(ending.malformedLines()).isEqualTo(1);
    assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(log.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(Notice.Kind.MALFORMED);
              assertThat(notice.text()).startsWith("line 4 of the trace could not be read, ");
            });
    assertThat(log.lines())
        .containsExactly(
            "call Order.total:12 4/1 @10", "line Order.total:13 4/1", "line Order.total:14 4/1");
  }

  @Test
  void keepsTheRestOfABatchAroundAnEventThatMakesNoSense() throws IOException {
    Ending ending =
        Traces.read(START + Traces.events("13,[\"call\",1,10,12,4,1],13,[\"jump\",[1,2]],14"), log);

    assertThat(log.lines())
        .containsExactly(
            "call Order.total:12 4/1 @10", "line Order.total:13 4/1", "line Order.total:14 4/1");
    assertThat(ending.malformedLines()).isEqualTo(1);
  }

  @Test
  void saysThatATraceIsCutOffInItsHeader() {
    assertThatThrownBy(() -> Traces.read(START.substring(0, 60), log))
        .isInstanceOf(NotATraceException.class)
        .hasMessage("the trace is cut off in its first line, nothing of it can be read");
  }

  @Test
  void showsADamagedLineWithoutItsControlCharacters() throws IOException {
    Traces.read(START + "\u001b[2Jhello \u202egnp.exe " + "x".repeat(200) + "\n", log);

    assertThat(log.notices().get(0).text())
        .contains("\"\\u001b[2Jhello \\u202egnp.exe xxx")
        .endsWith("x\"...")
        .hasSizeLessThan(220);
  }

  @Test
  void quotesNoMoreThanTheBeginningOfALongWord() throws IOException {
    String code = Traces.code(1, "f", 1, "x".repeat(1_000_000), false);
    Traces.read(Traces.HEADER + Traces.THREAD + code + Traces.END, log);

    assertThat(log.notices().get(0).text())
        .startsWith("line 3 of the trace could not be read, there is no scope \"xxx")
        .hasSizeLessThan(400);
  }

  @Test
  void complainsTenTimesAndThenSumsUp() throws IOException {
    Ending ending = Traces.read(START + "oops\n".repeat(25), log);

    assertThat(ending.malformedLines()).isEqualTo(25);
    assertThat(log.notices()).hasSize(11);
    assertThat(log.notices().get(10).text())
        .isEqualTo("15 more lines of the trace could not be read");
  }

  @Test
  void callsBytesThatAreNotUtf8Malformed() throws IOException {
    ByteArrayOutputStream trace = new ByteArrayOutputStream();
    trace.write(START.getBytes(StandardCharsets.UTF_8));
    trace.write("{\"record\":\"trouble\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
    trace.write(new byte[] {(byte) 0xff, (byte) 0xfe, '"', '}', '\n'});
    trace.write(new byte[] {0, 0, 0, '{', '}', '\n'});
    trace.write(CALL.getBytes(StandardCharsets.UTF_8));
    TraceReader reader = new TraceReader(log, StreamListener.NONE);

    reader.read(new ByteArrayInputStream(trace.toByteArray()));

    assertThat(reader.finish().malformedLines()).isEqualTo(2);
    assertThat(log.lines()).hasSize(3);
  }

  @Test
  void takesWhatALineCutInTheMiddleStillHoldsButNoHalfNumber() throws IOException {
    String cut =
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[[\"call\",1,10,12,4,1],13,14";

    Ending ending = Traces.read(START + cut, log);

    assertThat(log.lines())
        .containsExactly("call Order.total:12 4/1 @10", "line Order.total:13 4/1");
    assertThat(log.notices()).isEmpty();
    assertThat(ending.outcome()).isEqualTo(Outcome.CUT);
    assertThat(ending.detail())
        .isEqualTo(
            "the trace stops in the middle; last event that came: line 13 in total (app.py)");
    assertThat(ending.status()).isEmpty();
  }

  @Test
  void takesAWholeLastLineWithoutItsNewline() throws IOException {
    Ending ending = Traces.read(START + CALL + Traces.END.strip(), log);

    assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
  }

  @Test
  void callsItDeathWhenTheProcessWentWithoutAnEnd() throws IOException {
    TraceReader reader = new TraceReader(log, StreamListener.NONE);
    reader.read(Traces.stream(START + CALL));

    Ending ending = reader.finish(new Exit(137, false, false, ""));

    assertThat(ending.outcome()).isEqualTo(Outcome.DIED);
    assertThat(ending.status()).hasValue(137);
    assertThat(ending.detail())
        .isEqualTo("killed by signal 9 (SIGKILL); last event that came: line 14 in total (app.py)");
    assertThat(ending.timeNs()).isEqualTo(10);
  }

  @Test
  void saysTheSameOfAStoredTraceWithItsExitRecord() throws IOException {
    String exit = "{\"record\":\"exit\",\"status\":%d,\"timed_out\":%s,\"events_lost\":%s}\n";

    assertThat(Traces.read(START + CALL + exit.formatted(139, false, false), log))
        .extracting(Ending::outcome, Ending::detail)
        .containsExactly(
            Outcome.DIED,
            "killed by signal 11 (SIGSEGV); last event that came: line 14 in total (app.py)");
    assertThat(Traces.read(START + exit.formatted(3, false, false), log))
        .extracting(Ending::outcome, Ending::detail)
        .containsExactly(Outcome.DIED, "ended with status 3 and without a word");
    assertThat(Traces.read(START + CALL + exit.formatted(143, true, false), log))
        .extracting(Ending::outcome, Ending::detail)
        .containsExactly(
            Outcome.TIMED_OUT,
            "stopped when its time was up; last event that came: line 14 in total (app.py)");
  }

  @Test
  void doesNotBlameALiveDeathOnTheFileThatLostRecords() throws IOException {
    TraceReader reader = new TraceReader(log, StreamListener.NONE);
    reader.read(Traces.stream(START));

    assertThat(reader.finish(new Exit(134, false, true, "No space left on device")).detail())
        .isEqualTo("killed by signal 6 (SIGABRT)");
    assertThat(log.notices()).isEmpty();
  }

  @Test
  void doesNotTakeLostRecordsForDeath() throws IOException {
    Ending ending =
        Traces.read(
            START
                + CALL
                + "{\"record\":\"exit\",\"status\":0,\"timed_out\":false,\"events_lost\":true,"
                + "\"detail\":\"No space left on device\"}\n",
            log);

    assertThat(ending.outcome()).isEqualTo(Outcome.CUT);
    assertThat(ending.detail()).isEqualTo("No space left on device");
    assertThat(log.notices())
        .containsExactly(
            new Notice(
                Notice.Kind.GAP,
                "records are missing at the end of the trace, they could not be stored: "
                    + "No space left on device"));
  }

  @Test
  void hasNoTimeWhereNoneWasRecorded() throws IOException {
    assertThat(Traces.read(START, log).timeNs()).isEqualTo(TraceEvent.NO_TIME);
  }

  @Test
  void refusesAnotherProtocolAndNamesBothNumbers() {
    String header = Traces.HEADER.replace("\"protocol\":1", "\"protocol\":7");

    assertThatThrownBy(() -> Traces.read(header, log))
        .isInstanceOf(ProtocolMismatchException.class)
        .hasMessage(
            "the trace is written in protocol 7, and this Leadline reads protocol 1 only; "
                + "read it with the Leadline that wrote it");
    assertThat(log.header()).isNull();
  }

  @Test
  void refusesWhatIsNoTrace() {
    for (String foreign :
        List.of("PK\u0003\u0004", "hello\n", "{\"seq\":0}\n", Traces.THREAD, "[]\n")) {
      assertThatThrownBy(() -> Traces.read(foreign, log))
          .isInstanceOf(NotATraceException.class)
          .hasMessageStartingWith("this is not a Leadline trace: it begins with \"")
          .hasMessageNotContainingAny("\n", "\u0003");
    }
    assertThatThrownBy(() -> Traces.read("", log))
        .isInstanceOf(NotATraceException.class)
        .hasMessage("the trace is empty");
    assertThatThrownBy(() -> Traces.read(Traces.HEADER.replace("\"cwd\"", "\"dir\""), log))
        .isInstanceOf(NotATraceException.class)
        .hasMessage("line 1: the header of the trace is wrong: \"cwd\" is not a string");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"process\":4711     | \"process\":\"x\"   | process is not a whole number of 64 bits",
        "\"timed\":true       | \"timed\":1         | timed is not true or false",
        "\"version\":\"3.12.1\" | \"version\":3       | python.version is not a string",
        "\"argv\":[\"app.py\"   | \"argv\":[[1]       | program.argv is not a list of strings",
        "\"cutoff\":\"auto\"    | \"cutoff\":\"deep\"  | recording.cutoff is not a whole number of 32 bits",
        "\"cutoff\":\"auto\"    | \"cutoff\":9e99     | recording.cutoff is not a whole number of 32 bits",
        "\"levels\":null      | \"levels\":[]       | recording.levels is not a whole number of 32 bits",
        "\"include\":[]       | \"include\":null    | recording.include is not a list",
        "\"stdin\":\"own\"      | \"stdin\":{}        | stdio.stdin is not a string"
      })
  void saysWhichFieldOfTheHeaderIsWrong(String right, String wrong, String message) {
    String name = message.substring(0, message.indexOf(' '));
    String expected = "\"" + name + "\"" + message.substring(name.length());
    assertThat(Traces.HEADER).contains(right);
    assertThatThrownBy(() -> Traces.read("\n" + Traces.HEADER.replace(right, wrong), log))
        .isInstanceOf(NotATraceException.class)
        .hasMessage("line 2: the header of the trace is wrong: " + expected);
  }

  @Test
  void saysThatTheInterpreterEndedBeforeTheTraceBegan() throws IOException {
    TraceReader reader = new TraceReader(log, StreamListener.NONE);
    reader.read(Traces.stream(""));

    assertThat(reader.started()).isFalse();
    assertThatThrownBy(() -> reader.finish(new Exit(1, false, false, "")))
        .isInstanceOf(NotATraceException.class)
        .hasMessage("the interpreter ended with status 1, before the program could start");
  }
}
