package dev.leadline.wire.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.wire.Exit;
import dev.leadline.wire.SinkLog;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.Traces;
import dev.leadline.wire.read.TraceInput;
import dev.leadline.wire.read.TraceReader;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceFileTest {

  private static final String START =
      Traces.HEADER + Traces.THREAD + Traces.code(1, "total", 12, false);
  private static final String CALL =
      Traces.events("[\"call\",1,10,12,4,1],13,14,[\"return\",14,1]");
  private static final Exit EXIT = new Exit(3, false, false, "");

  @TempDir Path directory;

  @Test
  void storesTheStreamByteForByteAndTheExitBehindIt() throws IOException {
    Path path = directory.resolve("t.ndjson");

    store(TraceFile.create(path), START + CALL + Traces.END);

    assertThat(Files.readString(path))
        .isEqualTo(
            START
                + CALL
                + Traces.END
                + "{\"record\":\"exit\",\"status\":3,\"timed_out\":false,\"events_lost\":false,"
                + "\"detail\":\"\"}\n");
  }

  @Test
  void compressesByNameAndIsReadByContent() throws IOException {
    Path compressed = directory.resolve("t.ndjson.gz");
    store(TraceFile.create(compressed), START + CALL + Traces.END);
    Path renamed = Files.move(compressed, directory.resolve("renamed.ndjson"));

    assertThat(Files.readAllBytes(renamed)).startsWith(0x1f, 0x8b);
    assertThat(read(renamed)).extracting(Ending::outcome).isEqualTo(Ending.Outcome.COMPLETED);
  }

  @Test
  void readsACompressedTraceThatIsCutOff() throws IOException {
    Path path = directory.resolve("t.gz");
    store(TraceFile.create(path), START + CALL.repeat(2000) + Traces.END);
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, whole.length / 2));

    Ending ending = read(path);

    assertThat(ending.outcome()).isEqualTo(Ending.Outcome.CUT);
    assertThat(ending.malformedLines()).isZero();
  }

  @Test
  void leavesWholeRecordsAndTheReasonWhenTheDiskIsFull() throws IOException {
    Path path = directory.resolve("t.ndjson");
    OutputStream full = new FullDisk(Files.newOutputStream(path), 5_000);
    saysThatTheDiskWasFull(
        new TraceFile(
            full,
            new BufferedOutputStream(full, 700),
            record -> TraceFile.WholeRecords.end(path, record)),
        path,
        50);
  }

  @Test
  void doesSoCompressed() throws IOException {
    Path path = directory.resolve("t.ndjson.gz");
    OutputStream full = new FullDisk(Files.newOutputStream(path), 50_000);
    GzipTrace compressed = GzipTrace.over(full);
    saysThatTheDiskWasFull(
        new TraceFile(full, compressed, record -> compressed.endAfterLoss(path, record)),
        path,
        5_000);
  }

  @Test
  void doesSoCompressedWhereThereIsRoomForNothingElse() throws IOException {
    Path path = directory.resolve("t.ndjson.gz");
    OutputStream full = new FullDisk(Files.newOutputStream(path), 12);
    GzipTrace compressed = GzipTrace.over(full);
    try (TraceFile file =
        new TraceFile(full, compressed, record -> compressed.endAfterLoss(path, record))) {
      file.line(CALL.getBytes(UTF_8), 0, CALL.length() - 1);
      file.exit(EXIT);
    }

    try (InputStream in = TraceInput.open(path)) {
      assertThat(new String(in.readAllBytes(), UTF_8)).contains("disk full").hasLineCount(1);
    }
  }

  /** The times differ, or the compressed trace would never fill the disk. */
  private void saysThatTheDiskWasFull(TraceFile file, Path path, int least) throws IOException {
    StringBuilder trace = new StringBuilder(START);
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      trace.append(CALL.replace("10,12", random.nextInt(1 << 30) + ",12"));
    }

    store(file, trace + Traces.END);

    assertThat(file.failure()).get().extracting(Throwable::getMessage).isEqualTo("disk full");
    assertThat(Files.size(path)).isLessThanOrEqualTo(50_000);
    SinkLog log = new SinkLog();
    TraceReader reader = new TraceReader(log, StreamListener.NONE);
    try (InputStream in = TraceInput.open(path)) {
      reader.read(in);
      assertThat(in.read()).isEqualTo(-1);
    }
    Ending ending = reader.finish();
    assertThat(ending.malformedLines()).isZero();
    assertThat(ending.status()).hasValue(3);
    assertThat(ending.outcome()).isEqualTo(Ending.Outcome.CUT);
    assertThat(ending.detail()).isEqualTo("disk full");
    assertThat(log.events()).hasSizeGreaterThan(least).hasSizeLessThan(40_000);
  }

  private static int events(Path path) throws IOException {
    SinkLog log = new SinkLog();
    TraceReader reader = new TraceReader(log, StreamListener.NONE);
    try (InputStream in = TraceInput.open(path)) {
      reader.read(in);
    }
    return log.events().size();
  }

  /** The file is read while the writer is still at it: it may be killed at any moment. */
  @Timeout(60)
  @ParameterizedTest
  @ValueSource(strings = {"t.ndjson", "t.ndjson.gz"})
  void whatIsStoredIsInTheFileSoonAfter(String name) throws IOException {
    Path path = directory.resolve(name);
    try (TraceFile file = TraceFile.create(path)) {
      new TraceReader(new SinkLog(), file).read(Traces.stream(START + CALL));

      while (events(path) < 4) {
        Thread.yield();
      }
    }
  }

  @Test
  void keepsTheFailureThatComesWithTheLastBytes() throws IOException {
    OutputStream full = new FullDisk(new ByteArrayOutputStream(), 10);
    TraceFile file = TraceFile.over(full);

    store(file, START);

    assertThat(file.failure()).isPresent();
  }

  private void store(TraceFile file, String trace) throws IOException {
    try (file) {
      new TraceReader(new SinkLog(), file).read(Traces.stream(trace));
      file.exit(EXIT);
    }
  }

  private static Ending read(Path path) throws IOException {
    TraceReader reader = new TraceReader(new SinkLog(), StreamListener.NONE);
    try (InputStream in = TraceInput.open(path)) {
      reader.read(in);
    }
    return reader.finish();
  }

  /** Takes a number of bytes and no more. */
  private static final class FullDisk extends FilterOutputStream {
    private int room;

    FullDisk(OutputStream out, int room) {
      super(out);
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int taken = Math.min(room, length);
      out.write(bytes, offset, taken);
      room -= taken;
      if (taken < length) {
        throw new IOException("disk full");
      }
    }
  }
}
