package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    TraceFile file = new TraceFile(full, new BufferedOutputStream(full, 700), Optional.of(path));

    store(file, START + CALL.repeat(200) + Traces.END);

    assertThat(file.failure()).get().extracting(Throwable::getMessage).isEqualTo("disk full");
    assertThat(Files.size(path)).isLessThanOrEqualTo(5_000);
    Heard heard = new Heard();
    Ending ending = Traces.read(Files.readString(path), heard);
    assertThat(ending.malformedLines()).isZero();
    assertThat(ending.status()).hasValue(3);
    assertThat(ending.outcome()).isEqualTo(Ending.Outcome.CUT);
    assertThat(ending.detail()).isEqualTo("disk full");
    assertThat(heard.events()).hasSizeGreaterThan(50).hasSizeLessThan(800);
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
      new TraceReader(new Heard(), file).read(Traces.stream(trace));
      file.exit(EXIT);
    }
  }

  private static Ending read(Path path) throws IOException {
    TraceReader reader = new TraceReader(new Heard(), new StreamListener() {});
    try (InputStream in = TraceInput.open(path)) {
      reader.read(in);
    }
    return reader.finish();
  }

  /** Takes so many bytes and no more. */
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
