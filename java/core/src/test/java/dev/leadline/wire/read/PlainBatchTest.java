package dev.leadline.wire.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.wire.SinkLog;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without a parser is what the parser makes of the same record with a blank in it. */
class PlainBatchTest {

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(1, "f", 12, false)
          + Traces.code(2, "g", 20, false);

  private record Read(List<String> lines, List<String> notices, long malformed) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13",
        "null",
        "13,0,999999999",
        "[\"call\",1,10,12,4,1],13,[\"call\",2,5],21,[\"return\",21,7],[\"return\",14,1]",
        "[\"call\",1,null,null,4,1],null,[\"return\",null,null]",
        "[\"call\",1,1,12,4,1],[\"call\",2,1,20,9,2,7,0],[\"return\",21,1],[\"call\",2,1,21,3,2,7,1]",
        "[\"call\",1,1,12,4,1],[\"exception\",13,\"a.Error\",\"no 'key' }],[\"],[\"return\",13,1]",
        "[\"call\",1,1,12,4,1],[\"exception\",null,\"\",\"\"],13",
        "[\"call\",1,999999999999999999,12,4,1]",
        "[\"call\",1,1,12,4,1],[\"args\",{\"a\":\"[1, {2\",\"b\":null}],13,[\"locals\",{\"c\":\"']}\\\"\\\\\"}]",
        "[\"call\",1,1,12,4,1],[\"return\",13,1],[\"value\",\"'\\u00e4]'\"],[\"value\",\"\"]",
        "[\"return\",14,1]",
        "13,[\"call\",99,5,1,4,1],[\"call\",1,5,12,4,1],[\"call\",99,5],14,[\"call\",98,5,1,4,1,7,1],15",
        "[\"exception\",13,\"a\",\"b\"],[\"call\",1,5,12,4,1],[\"return\",14,1],[\"return\",14,1],14",
      })
  void readsWhatTheAgentWrites(String events) throws IOException {
    assertThat(isPlain(record(0, events))).isTrue();
    assertThat(read(record(0, events))).isEqualTo(parsed(record(0, events)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "013",
        "-13",
        "13.0",
        "1e1",
        "1234567890",
        "99999999999",
        "13,",
        ",13",
        "13 ,14",
        "nul",
        "true",
        "{}",
        "[]",
        "[[13]]",
        "[\"line\",13]",
        "[\"opcode\",13]",
        "[\"jump\",13]",
        "[\"call\"]",
        "[\"call\",1",
        "[\"call\",1,5,12]",
        "[\"call\",1,5,12,4]",
        "[\"call\",1,5,12,4,1,7]",
        "[\"call\",1,5,12,4,1,7,1,9]",
        "[\"call\",1,5,12,4,1,null,0]",
        "[\"call\",1,1234567890123456789,12,4,1]",
        "[\"call\",1,12345678901234567890,12,4,1]",
        "[\"call\",01,5,12,4,1]",
        "[\"return\",14]",
        "[\"return\",14,1,2]",
        "[\"exception\",13,\"a\"]",
        "[\"exception\",13,\"a\",\"\\u0041\"]",
        "[\"exception\",13,\"a\",\"\u00e4\"]",
        "[\"exception\",13,\"a\",\"b]}",
        "[\"args\",{\"a\":\"1\"}",
        "[\"args\",{\"a\":\"1]}",
        "[\"args\",{}",
        "[\"args\",[",
        "[\"value\",\"1\"]13",
        "13]}13",
        "13],\"more\":[14",
      })
  void leavesAllElseToTheParser(String events) throws IOException {
    String started = "[\"call\",1,10,12,4,1],13," + events;

    assertThat(isPlain(record(0, events))).isFalse();
    assertThat(isPlain(record(0, started))).isFalse();
    assertThat(read(record(0, started))).isEqualTo(parsed(record(0, started)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":null,\"events\":[[\"call\",1,null,12,4,1],13]}",
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":null,\"events\":[[\"call\",1,5,12,4,1],13]}",
        "{\"record\":\"events\",\"thread\":7,\"time_ns\":0,\"events\":[13]}",
      })
  void readsARecordOfAnyThreadAndTime(String line) throws IOException {
    assertThat(isPlain(line)).isTrue();
    assertThat(read(line)).isEqualTo(parsed(line));
  }

  @Test
  void leavesARecordWithoutEndToTheParser() {
    String line = record(0, "[\"call\",1,10,12,4,1],13");

    assertThat(IntStream.range(0, line.length()).mapToObj(to -> line.substring(0, to)))
        .noneMatch(PlainBatchTest::isPlain);
  }

  @Test
  void leavesARecordThatEndsInValuesToTheParser() {
    String line = record(0, "[\"args\",{").replace("]}", "}}");

    assertThat(isPlain(line)).isFalse();
  }

  @Test
  void leavesValuesThatSomebodyReadsToTheParser() {
    byte[] line =
        record(0, "[\"call\",1,10,12,4,1],[\"args\",{}],13").getBytes(StandardCharsets.UTF_8);

    assertThat(new PlainBatch().read(line, 0, line.length, false)).isTrue();
    assertThat(new PlainBatch().read(line, 0, line.length, true)).isFalse();
  }

  @Test
  void isBoundedInWhatItHolds() throws IOException {
    String line =
        record(
            0,
            "[\"call\",1,10,12,4,1],"
                + IntStream.range(0, 70_000)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(",")));

    assertThat(isPlain(line)).isFalse();
    assertThat(read(line).lines()).hasSize(70_001);
  }

  private static String record(int thread, String events) {
    return "{\"record\":\"events\",\"thread\":%d,\"time_ns\":3,\"events\":[%s]}"
        .formatted(thread, events);
  }

  /** The same whatever comes behind it, also where nothing does. */
  private static boolean isPlain(String line) {
    byte[] alone = line.getBytes(StandardCharsets.UTF_8);
    byte[] within = ("x" + line + "]}").getBytes(StandardCharsets.UTF_8);
    boolean plain = new PlainBatch().read(alone, 0, alone.length, false);
    assertThat(new PlainBatch().read(within, 1, within.length - 2, false)).isEqualTo(plain);
    return plain;
  }

  private static Read parsed(String line) throws IOException {
    String spaced = line.replace("\"time_ns\":", "\"time_ns\": ");
    assertThat(isPlain(spaced)).isFalse();
    return read(spaced);
  }

  private static Read read(String line) throws IOException {
    SinkLog log = new SinkLog();
    Ending ending = Traces.read(START + line + "\n" + Traces.END, log);
    List<String> notices =
        log.notices().stream().map(notice -> notice.text().replaceFirst(": \".*", "")).toList();
    return new Read(log.lines(), notices, ending.malformedLines());
  }
}
