package dev.leadline.wire;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.event.ExecutableFile;
import dev.leadline.event.ExecutableFile.Branch;
import dev.leadline.event.ExecutableFile.Function;
import dev.leadline.event.ExecutableFile.Statement;
import dev.leadline.event.IgnoringSink;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.Executable;
import dev.leadline.event.TraceRecord.SourceText;
import dev.leadline.wire.write.TraceEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trace says of its source files. */
class SourceRecordsTest {

  private static final String APP = "/home/me/project/app.py";

  private static final String START =
      Traces.HEADER + Traces.THREAD + Traces.code(1, "main", 3, false);

  private static final String EXECUTABLE =
      Traces.executable(APP, "[1],[3,5]", "[[3],[4],[5,-1]]", "1,\"line\":3,\"name\":\"Order.x");

  private final List<TraceRecord> records = new ArrayList<>();

  private Ending read(String trace) throws IOException {
    return Traces.read(
        trace,
        new IgnoringSink() {
          @Override
          public void record(TraceRecord record) {
            if (record instanceof SourceText || record instanceof Executable) {
              records.add(record);
            }
          }
        });
  }

  @Test
  void textAndLinesAreOfTheTrace() throws IOException {
    Ending ending = read(START + Traces.source(APP, "a\\n") + EXECUTABLE + Traces.END);

    assertThat(ending.malformedLines()).isZero();
    assertThat(ending.unknownRecords()).isZero();
    assertThat(records)
        .containsExactly(
            new SourceText(APP, "a\n"),
            new Executable(
                APP,
                new ExecutableFile(
                    List.of(new Statement(1, 1), new Statement(3, 5)),
                    List.of(new Branch(3, List.of(List.of(4), List.of(5, -1)))),
                    List.of(new Function(1, 3, "Order.x")))));
  }

  @Test
  void theFirstOfAFileCounts() throws IOException {
    read(START + Traces.source(APP, "first") + Traces.source(APP, "second") + Traces.END);

    assertThat(records).containsExactly(new SourceText(APP, "first"));
  }

  @Test
  void noMoreIsKeptThanMemoryIsMeantFor() throws IOException {
    StringBuilder trace = new StringBuilder(START + Traces.source("long", "x".repeat(524_289)));
    for (int i = 0; i < 20; i++) {
      trace.append(Traces.source("/" + i, "x".repeat(524_288)));
    }

    Ending ending = read(trace + Traces.END);

    assertThat(records).hasSize(16);
    assertThat(ending.malformedLines()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"record\":\"source\",\"file\":\"a\"}",
        "{\"record\":\"source\",\"file\":[],\"text\":\"\"}",
        "{\"record\":\"source\",\"file\":\"a\",\"text\":{}}",
        "{\"record\":\"executable\",\"file\":\"a\"}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[1],\"branches\":[],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[[]],\"branches\":[],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[[1,2,3]],\"branches\":[],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[[5],[4]],\"branches\":[],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[[5,4]],\"branches\":[],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[[0]],\"branches\":[],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[[2000000000]],\"branches\":[],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[[1.5]],\"branches\":[],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[],\"branches\":[[[1]]],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[],\"branches\":[[1,2]],\"functions\":[]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[],\"branches\":[],\"functions\":[{}]}",
        "{\"record\":\"executable\",\"file\":\"a\",\"statements\":[],\"branches\":[],\"functions\":[1]}"
      })
  void aRecordThatMakesNoSenseIsReportedAndLeftOut(String record) throws IOException {
    Ending ending = read(START + record + "\n" + Traces.source(APP, "x") + Traces.END);

    assertThat(ending.malformedLines()).isEqualTo(1);
    assertThat(records).containsExactly(new SourceText(APP, "x"));
  }

  @Test
  void aNarrowerTraceHoldsThemForTheFilesThatItShows() throws IOException {
    String other = "/home/me/project/other.py";
    String whole =
        Traces.HEADER
            + Traces.THREAD
            + Traces.source(APP, "a")
            + Traces.source(other, "b")
            + Traces.code(1, "main", 3, false)
            + Traces.events(call(1, 10, 3, 4, 1) + line(4) + returned(4, 1))
            + EXECUTABLE
            + EXECUTABLE.replace(APP, other)
            + Traces.END;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Traces.read(whole, new TraceEncoder(written));
    String narrower = written.toString(StandardCharsets.US_ASCII);

    read(narrower);
    assertThat(records).hasSize(2);
    assertThat(narrower)
        .contains(Traces.source(APP, "a") + "{\"record\":\"events\"", EXECUTABLE)
        .doesNotContain(other);
  }
}
