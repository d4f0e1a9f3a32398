package dev.leadline.check.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenFileTest {

  private static final MinorVersion OLD = new MinorVersion(3, 8);
  private static final MinorVersion MIDDLE = new MinorVersion(3, 12);
  private static final MinorVersion YOUNG = new MinorVersion(3, 14);

  @TempDir Path directory;

  @Test
  void onlyWhatDiffersIsInBlocks() throws IOException {
    assertThat(
            written(
                Map.of(
                    YOUNG, List.of("main", "  f x2", "  g"),
                    OLD, List.of("main", "  f", "  g"),
                    MIDDLE, List.of("main", "  f", "  g"))))
        .isEqualTo(
            """
            leadline golden trace 1
            python: 3.8 3.12 3.14
            main
            [3.8 3.12]
              f
            [3.14]
              f x2
            []
              g
            """);
  }

  @Test
  void aBlockAtTheEndIsClosed() throws IOException {
    assertThat(written(Map.of(OLD, List.of("main"), YOUNG, List.of("main", "  f"))))
        .endsWith("main\n[3.14]\n  f\n[]\n");
  }

  @Test
  void aRunWithoutCallsHasNoLines() throws IOException {
    written(Map.of(OLD, List.of()));
    assertThat(GoldenFile.read(file()).lines(OLD)).isEmpty();
  }

  @Test
  void eachVersionReadsWhatWasWrittenOfIt() throws IOException {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      Map<MinorVersion, List<String>> lines = randomLines(random);
      GoldenFile.of(lines).write(file());
      GoldenFile read = GoldenFile.read(file());
      assertThat(read.versions()).isEqualTo(lines.keySet());
      lines.forEach((version, own) -> assertThat(read.lines(version)).isEqualTo(own));
      assertThat(GoldenFile.of(lines).write(file())).isFalse();
    }
  }

  /** Whether versions are written together or one after the other, the file is the same. */
  @Test
  void theFileDoesNotTellInWhichOrderItWasWritten() throws IOException {
    Random random = new Random(6);
    for (int round = 0; round < 100; round++) {
      TreeMap<MinorVersion, List<String>> lines = randomLines(random);
      GoldenFile.of(lines).write(file());
      String together = Files.readString(file());
      Files.delete(file());
      for (MinorVersion version : lines.descendingKeySet()) {
        Map<MinorVersion, List<String>> one = Map.of(version, lines.get(version));
        GoldenFile next =
            Files.exists(file()) ? GoldenFile.read(file()).with(one) : GoldenFile.of(one);
        next.write(file());
      }
      assertThat(Files.readString(file())).isEqualTo(together);
    }
  }

  @Test
  void theEndsOfLinesMayBeThoseOfWindows() throws IOException {
    String text = written(Map.of(OLD, List.of("main"), YOUNG, List.of("main", "  f")));
    Files.writeString(file(), text.replace("\n", "\r\n"));
    GoldenFile read = GoldenFile.read(file());
    assertThat(read.lines(YOUNG)).containsExactly("main", "  f");
    assertThat(read.write(file())).isFalse();
  }

  @Test
  void anEqualFileIsNotTouched() throws IOException {
    Map<MinorVersion, List<String>> lines = Map.of(OLD, List.of("main"));
    assertThat(GoldenFile.of(lines).write(file())).isTrue();
    Files.setLastModifiedTime(file(), FileTime.fromMillis(1_000));
    assertThat(GoldenFile.of(lines).write(file())).isFalse();
    assertThat(Files.getLastModifiedTime(file()).toMillis()).isEqualTo(1_000);
  }

  @Test
  void aFileKeepsItsModeAndNothingStaysBeside() throws IOException {
    written(Map.of(OLD, List.of("main")));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r-x"));
    assertThat(GoldenFile.of(Map.of(OLD, List.of("other"))).write(file())).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-rw-r-x");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void aLinkStaysOne() throws IOException {
    written(Map.of(OLD, List.of("main")));
    Path link = Files.createSymbolicLink(directory.resolve("link"), file());
    GoldenFile.of(Map.of(OLD, List.of("other"))).write(link);
    assertThat(link).isSymbolicLink();
    assertThat(GoldenFile.read(file()).lines(OLD)).containsExactly("other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "leadline golden trace 2\\npython: 3.8\\n | 1 | it has format 2",
        "main\\n | 1 | it is no golden trace",
        "leadline golden trace 1\\n | 1 | with the versions is missing",
        "leadline golden trace 1\\nmain\\n | 2 | is missing",
        "leadline golden trace 1\\npython: 3.x\\n | 2 | \"3.x\" is no version",
        "leadline golden trace 1\\npython: 3.8 3.8\\n | 2 | 3.8 is named twice",
        "leadline golden trace 1\\npython: 3.8\\nf\\n[3.9]\\n | 4 | not among those in line 2",
        "leadline golden trace 1\\npython: 3.8\\nf\\n[3.8]\\nf\\n | 5 | the last block has no end",
        "leadline golden trace 1\\npython: 3.8\\n[]\\n | 3 | no block is open",
        "leadline golden trace 1\\npython: 3.8\\nf\\n\\ng\\n | 4 | the line is empty",
        "leadline golden trace 1\\npython: 3.8\\n<<<<<<< HEAD\\n | 3 | were not merged",
        "leadline golden trace 1\\npython: 3.8\\nf\\33[31m\\n | 3 | control character U+001B",
      })
  void aMalformedFileIsRefusedWithItsLine(String text, int line, String fault) throws IOException {
    Files.writeString(file(), text.translateEscapes());
    assertThatThrownBy(() -> GoldenFile.read(file()))
        .isInstanceOf(GoldenFormatException.class)
        .hasMessageContaining(file() + ":" + line + ": ")
        .hasMessageContaining(fault);
  }

  @Test
  void whatIsNoUtf8IsRefused() throws IOException {
    Files.write(
        file(),
        "leadline golden trace 1\npython: 3.8\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> GoldenFile.read(file())).hasMessageEndingWith(":3: it is not UTF-8");
  }

  @Test
  void whatCannotBeReadOrWrittenIsNamed() throws IOException {
    Files.createDirectory(file());
    assertThatThrownBy(() -> GoldenFile.read(file()))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot read " + FileNames.of(file()) + ": Is a directory");
    Path beneathAFile = Files.createFile(directory.resolve("file")).resolve("shop.golden");
    assertThatThrownBy(() -> GoldenFile.of(Map.of(OLD, List.of())).write(beneathAFile))
        .hasMessageStartingWith("cannot write " + FileNames.of(beneathAFile) + ": ");
  }

  @Test
  @Timeout(60)
  void nothingIsReadThatHasNoEnd() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file().toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> GoldenFile.read(file()))
        .hasMessage("cannot read " + FileNames.of(file()) + ": it is no regular file");
    assertThatThrownBy(() -> GoldenFile.read(Path.of("/dev/zero")))
        .hasMessage("cannot read /dev/zero: it is no regular file");

    Files.delete(file());
    String head = "leadline golden trace 1\npython: 3.8\n";
    Files.writeString(file(), head + "x\n".repeat(200_000));
    assertThatThrownBy(() -> GoldenFile.read(file()))
        .hasMessageEndingWith(":200001: it has more than 200,000 lines");
    Files.writeString(file(), head + "x".repeat(2_000_000));
    assertThatThrownBy(() -> GoldenFile.read(file()))
        .hasMessageEndingWith(":3: a line is longer than 1 MiB");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Files.createFile(file());
    assertThatThrownBy(() -> GoldenFile.read(file())).hasMessageContaining("it is empty");
  }

  private Path file() {
    return directory.resolve("shop.golden");
  }

  private String written(Map<MinorVersion, List<String>> lines) throws IOException {
    GoldenFile.of(lines).write(file());
    return Files.readString(file());
  }

  private static TreeMap<MinorVersion, List<String>> randomLines(Random random) {
    TreeMap<MinorVersion, List<String>> lines = new TreeMap<>();
    int versions = 1 + random.nextInt(5);
    for (int i = 0; i < versions; i++) {
      List<String> own = new ArrayList<>();
      int count = random.nextInt(12);
      for (int j = 0; j < count; j++) {
        own.add("  ".repeat(random.nextInt(3)) + (char) ('a' + random.nextInt(4)));
      }
      lines.put(new MinorVersion(3, 6 + random.nextInt(10)), own);
    }
    return lines;
  }
}
