package dev.leadline.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.Reports;
import dev.leadline.source.Sources;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

  @TempDir Path directory;
  private final SourceFiles files = new SourceFiles();
  private Sources sources;

  @BeforeEach
  void ofARun() {
    sources = Sources.anywhere(directory);
  }

  @Test
  void findsLinesOfFilesThatAreRelativeToTheWorkingDirectory() throws IOException {
    Files.writeString(directory.resolve("a.py"), "x = 1\r\n  y = 'ü'\rz\n");

    assertThat(line("a.py", 1)).isEqualTo("x = 1");
    assertThat(line("a.py", 2)).isEqualTo("y = 'ü'");
    assertThat(line(directory.resolve("a.py").toString(), 3)).isEqualTo("z");
    assertThat(files.wholeLine(sources, "a.py", 2)).isEqualTo("  y = 'ü'");
    assertThat(files.hasLine(sources, "a.py", 3)).isTrue();
    assertThat(files.hasLine(sources, "a.py", 9)).isFalse();
    assertThat(line("a.py", 0)).isEmpty();
    assertThat(line("a.py", 9)).isEmpty();
  }

  @Test
  void honoursTheEncodingThatAFileNames() throws IOException {
    write("latin.py", "# -*- coding: latin-1 -*-\nx = 'ü'\n", StandardCharsets.ISO_8859_1);
    write(
        "cyrillic.py",
        "#!/bin/x\n# vim: set fileencoding=cp1251 :\nx = 'ж'\n",
        Charset.forName("windows-1251"));
    write("late.py", "x\ny\n# coding: latin-1\nz = 'ü'\n", StandardCharsets.UTF_8);
    write("mark.py", "\ufeffx = 'ü'\n", StandardCharsets.UTF_8);
    write("unknown.py", "# coding: klingon\nx\n", StandardCharsets.UTF_8);

    assertThat(line("latin.py", 2)).isEqualTo("x = 'ü'");
    assertThat(line("cyrillic.py", 3)).isEqualTo("x = 'ж'");
    assertThat(line("late.py", 4)).isEqualTo("z = 'ü'");
    assertThat(line("mark.py", 1)).isEqualTo("x = 'ü'");
    assertThat(line("unknown.py", 2)).isEqualTo("x");
  }

  @Test
  void hasNoLinesOfWhatIsNoFile() {

    assertThat(line("<string>", 1)).isEmpty();
    assertThat(line("missing.py", 1)).isEmpty();
    assertThat(line(".", 1)).isEmpty();
    assertThat(line("a\0b", 1)).isEmpty();
  }

  @Test
  void linesReportShowsTheSource() throws IOException {
    Files.writeString(directory.resolve("app.py"), "\n\ndef main():\n    total()\u001b[2J\n");
    String cwd = directory.toString().replace("\\", "\\\\");

    String lines = Reports.write("lines", Reports.TRACE.replace("/home/me/project", cwd));

    assertThat(lines)
        .contains("\n   4  call      app.py:3 main  def main():\n")
        .contains("\n   4  line      app.py:4 main  total()\\x1b[2J\n")
        .contains("\n   4  line      app.py:5 main\n");
  }

  @Test
  void aSourceOfNothingButNewlinesFits() throws IOException {
    byte[] newlines = new byte[4 << 20];
    Arrays.fill(newlines, (byte) '\n');
    newlines[newlines.length - 2] = 'x';
    for (int i = 0; i < 20; i++) {
      Files.write(directory.resolve("n" + i + ".py"), newlines);
    }

    for (int i = 0; i < 20; i++) {
      assertThat(line("n" + i + ".py", newlines.length - 2)).isEmpty();
      assertThat(line("n" + i + ".py", newlines.length - 1)).isEqualTo("x");
      assertThat(line("n" + i + ".py", newlines.length)).isEmpty();
    }
  }

  @Test
  void aVeryLongLineIsCut() throws IOException {
    write(
        "long.py", "a\n" + " ".repeat(5_000) + "x".repeat(5_000) + "\nb\n", StandardCharsets.UTF_8);

    assertThat(line("long.py", 2)).isEqualTo("x".repeat(1_000) + "...");
    assertThat(line("long.py", 3)).isEqualTo("b");
  }

  private String line(String file, int lineno) {
    return files.line(sources, file, lineno);
  }

  private void write(String name, String text, Charset charset) throws IOException {
    Files.write(directory.resolve(name), text.getBytes(charset));
  }
}
