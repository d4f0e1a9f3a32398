package dev.leadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

  @TempDir Path directory;

  @Test
  void findsLinesOfFilesThatAreRelativeToTheWorkingDirectory() throws IOException {
    Files.writeString(directory.resolve("a.py"), "x = 1\r\n  y = 'ü'\rz\n");
    SourceFiles sources = new SourceFiles(directory.toString());

    assertThat(sources.line("a.py", 1)).isEqualTo("x = 1");
    assertThat(sources.line("a.py", 2)).isEqualTo("y = 'ü'");
    assertThat(sources.line(directory.resolve("a.py").toString(), 3)).isEqualTo("z");
    assertThat(sources.line("a.py", 0)).isEmpty();
    assertThat(sources.line("a.py", 9)).isEmpty();
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
    SourceFiles sources = new SourceFiles(directory.toString());

    assertThat(sources.line("latin.py", 2)).isEqualTo("x = 'ü'");
    assertThat(sources.line("cyrillic.py", 3)).isEqualTo("x = 'ж'");
    assertThat(sources.line("late.py", 4)).isEqualTo("z = 'ü'");
    assertThat(sources.line("mark.py", 1)).isEqualTo("x = 'ü'");
    assertThat(sources.line("unknown.py", 2)).isEqualTo("x");
  }

  @Test
  void hasNoLinesOfWhatIsNoFile() {
    SourceFiles sources = new SourceFiles(directory.toString());

    assertThat(sources.line("<string>", 1)).isEmpty();
    assertThat(sources.line("missing.py", 1)).isEmpty();
    assertThat(sources.line(".", 1)).isEmpty();
    assertThat(sources.line("a\0b", 1)).isEmpty();
    assertThat(new SourceFiles("\0").line("a", 1)).isEmpty();
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

  private void write(String name, String text, Charset charset) throws IOException {
    Files.write(directory.resolve(name), text.getBytes(charset));
  }
}
