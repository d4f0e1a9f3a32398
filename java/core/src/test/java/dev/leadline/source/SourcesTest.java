package dev.leadline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a foreign trace may name, and what it may not, whatever its header claims. */
class SourcesTest {

  @TempDir Path work;
  private Path app;
  private Path other;

  @BeforeEach
  void files() throws IOException {
    app = Files.createDirectory(work.resolve("app"));
    other = Files.createDirectory(work.resolve("other"));
    Files.writeString(app.resolve("a.py"), "x\n");
    Files.writeString(app.resolve("tool"), "#!/usr/bin/env python3\nx\n");
    Files.writeString(app.resolve("secret"), "root:x:0\n");
    Files.writeString(other.resolve("b.py"), "y\n");
  }

  private Sources under(Path... roots) {
    return Sources.under(List.of(roots).stream().map(Path::toString).toList(), app);
  }

  private static boolean has(Sources sources, Object file) {
    return sources.find(file.toString()).isPresent();
  }

  @Test
  void aFileUnderARootIsSourceByItsNameOrItsFirstLine() throws IOException {
    Optional<SourceFile> source = under(app).find("a.py");

    assertThat(source.orElseThrow().path()).isEqualTo(app.resolve("a.py").toRealPath().toString());
    assertThat(source.orElseThrow().read()).asString().isEqualTo("x\n");
    assertThat(has(under(app), "tool")).isTrue();
    assertThat(has(under(app), "secret")).isFalse();
    assertThat(has(under(app), other.resolve("b.py"))).isFalse();
    assertThat(has(under(app, other), other.resolve("b.py"))).isTrue();
    assertThat(has(under(app), "../other/b.py")).isFalse();
  }

  @Test
  void aWholeFileSystemIsNoRoot() {
    assertThat(has(under(app.getRoot()), "a.py")).isFalse();
    assertThat(has(Sources.under(List.of("", ".", "app"), app), "a.py")).isFalse();
  }

  @Test
  void aLinkThatLeadsOutLeadsToNoSource() throws IOException {
    Files.createSymbolicLink(app.resolve("out.py"), other.resolve("b.py"));
    Files.createSymbolicLink(app.resolve("in.py"), app.resolve("a.py"));
    Files.createSymbolicLink(app.resolve("hidden.py"), app.resolve("secret"));

    assertThat(has(under(app), "out.py")).isFalse();
    assertThat(has(under(app), "hidden.py")).isFalse();
    assertThat(has(under(app), "in.py")).isTrue();
  }

  @Test
  void aRootThatIsALinkIsWhatItLeadsTo() throws IOException {
    Path link = Files.createSymbolicLink(work.resolve("link"), app);

    assertThat(has(Sources.under(List.of(link.toString()), link), "a.py")).isTrue();
  }

  @Test
  void nothingButARegularFileIsOpened() throws Exception {
    Path fifo = app.resolve("fifo.py");
    assumeThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    Files.createDirectory(app.resolve("dir.py"));

    for (Sources sources : List.of(under(app), Sources.anywhere(app))) {
      assertThat(has(sources, "fifo.py")).isFalse();
      assertThat(has(sources, "dir.py")).isFalse();
      assertThat(has(sources, "missing.py")).isFalse();
      assertThat(has(sources, "a\0b")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/kmsg", "/proc/self/environ", "/dev/zero", "/sys/kernel/notes"})
  void whatTheSystemMakesUpIsNoSource(String file) {
    Path path = Path.of(file);

    assertThat(has(Sources.anywhere(app), path)).isFalse();
    assertThat(has(under(path.getParent()), path)).isFalse();
  }

  @Test
  void aLargeFileIsNoSource() throws IOException {
    Files.write(app.resolve("large.py"), new byte[(int) Sources.LARGEST + 1]);

    assertThat(has(Sources.anywhere(app), "large.py")).isFalse();
  }

  @Test
  void aRunOfOursHasItsSourceAnywhere() {
    Sources sources = Sources.anywhere(app);

    assertThat(has(sources, "a.py")).isTrue();
    assertThat(has(sources, "secret")).isTrue();
    assertThat(has(sources, other.resolve("b.py"))).isTrue();
  }
}
