package dev.leadline.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void theNextUserWritesItAnew() throws IOException {
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

  @Test
  void aLinkToAPipeIsWritten() throws IOException {
    Process reader = new ProcessBuilder("cat").start();
    Path pipe = Path.of("/proc/" + reader.pid() + "/fd/0");
    assumeThat(pipe).isSymbolicLink();

    try (OutputStream out = LockedFile.emptied(pipe)) {
      out.write('x');
    }

    reader.getOutputStream().close();
    assertThat(reader.getInputStream()).hasContent("x");
  }

  @Test
  void anOwnLinkIsFollowed() throws IOException {
    Path file = Files.writeString(directory.resolve("trace.ndjson"), "before");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    Path dangling = Files.createSymbolicLink(directory.resolve("new"), directory.resolve("target"));

    LockedFile.emptied(link).close();
    LockedFile.emptied(dangling).close();

    assertThat(file).isEmptyFile();
    assertThat(link).isSymbolicLink();
    assertThat(directory.resolve("target")).isEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 01777, 0, 1001, true",
    "1000, 01777, 0, 0, true",
    "1000, 01777, 0, 1000, false",
    "0, 01777, 0, 1000, false",
    "1000, 00777, 0, 1001, false",
    "1000, 01755, 0, 1001, false"
  })
  void aLinkIsForeignAsLinuxHasIt(
      int owner, String mode, int directory, int ours, boolean foreign) {
    assertThat(ForeignLinks.isForeign(owner, Integer.parseInt(mode, 8), directory, ours))
        .isEqualTo(foreign);
  }

  @Test
  void aForeignLinkInASharedDirectoryIsRefused() throws IOException {
    assumeThat((Integer) Files.getAttribute(directory, "unix:uid"))
        .as("only root can make a link of another user")
        .isZero();
    Path shared = Files.createDirectory(directory.resolve("shared"));
    Files.setAttribute(shared, "unix:mode", 01777);
    Path file = Files.writeString(directory.resolve("file"), "before");
    Path link = Files.createSymbolicLink(shared.resolve("link"), file);
    Path through = Files.createSymbolicLink(shared.resolve("through"), directory);
    Files.setAttribute(link, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(through, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);

    for (Path named : List.of(link, through.resolve("file"), through.resolve("new"))) {
      assertThatIOException()
          .isThrownBy(() -> LockedFile.emptied(named))
          .withMessageEndingWith(
              " is a symbolic link of another user in a directory that all may write to");
    }
    assertThat(file).hasContent("before");
    assertThat(directory.resolve("new")).doesNotExist();
  }
}
