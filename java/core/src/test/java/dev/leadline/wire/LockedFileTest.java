package dev.leadline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is written belongs to one writer, and to anybody again afterwards. */
class LockedFileTest {

  @TempDir Path directory;

  @Test
  void aSecondWriterIsRefusedAndTheFirstGoesOn() throws IOException {
    Path file = directory.resolve("trace.ndjson");
    try (OutputStream first = LockedFile.emptied(file)) {
      first.write("one, ".getBytes(UTF_8));
      assertThatIOException()
          .isThrownBy(() -> LockedFile.emptied(file))
          .withMessage("another run of Leadline is writing it; give each a file of its own");
      first.write("two".getBytes(UTF_8));
    }
    assertThat(file).hasContent("one, two");
  }

  @Test
  void whoComesAfterwardsWritesItAnew() throws IOException {
    Path file = Files.writeString(directory.resolve("trace.ndjson"), "what was there before");
    LockedFile.emptied(file).close();
    assertThat(file).isEmptyFile();
    try (OutputStream second = LockedFile.emptied(file)) {
      second.write('x');
    }
    assertThat(file).hasContent("x");
  }

  @Test
  void aDeviceIsWrittenByAll() throws IOException {
    Path device = Path.of("/dev/null");
    try (OutputStream one = LockedFile.emptied(device);
        OutputStream other = LockedFile.emptied(device)) {
      assertThat(one).isNotSameAs(other);
    }
  }
}
