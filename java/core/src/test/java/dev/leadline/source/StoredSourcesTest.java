package dev.leadline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Header;
import dev.leadline.event.IgnoringSink;
import dev.leadline.event.TraceRecord.SourceText;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The source that a trace holds itself. */
class StoredSourcesTest {

  @TempDir Path directory;

  private static Header header(String cwd) throws IOException {
    List<Header> headers = new ArrayList<>();
    String escaped = cwd.replace("\\", "\\\\");
    Traces.read(
        Traces.HEADER.replace("\"cwd\":\"/home/me/project\"", "\"cwd\":\"" + escaped + "\""),
        new IgnoringSink() {
          @Override
          public void header(Header header) {
            headers.add(header);
          }
        });
    return headers.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "/home/me, app.py, /home/me/app.py",
    "/home/me, ./app.py, /home/me/app.py",
    "/home/me, ../you/./app.py, /home/you/app.py",
    "/home/me, /x/../y//app.py, /y/app.py",
    "/, app.py, /app.py",
    "/, ../app.py, /app.py",
    "/home/me, C:\\app.py, /home/me/C:\\app.py",
    "C:\\me, app.py, C:\\me\\app.py",
    "C:\\me, sub/app.py, C:\\me\\sub\\app.py",
    "C:\\me, D:\\x\\..\\app.py, D:\\app.py",
    "C:\\me, \\\\host\\app.py, \\\\host\\app.py"
  })
  void aFileHasOneWholeNameOnEveryMachine(String cwd, String file, String whole)
      throws IOException {
    assertThat(header(cwd).absolute(file)).isEqualTo(whole);
  }

  @Test
  void whatTheTraceHoldsIsRightWhereTheFileIsAnother() throws IOException {
    Files.writeString(directory.resolve("app.py"), "changed\n");
    Header header = header(directory.toString());
    StoredSources stored = new StoredSources();
    Sources sources = SourceAccess.STORED.of(header, stored);

    assertThat(sources.find("app.py").orElseThrow().readText()).isEqualTo("changed\n");
    stored.record(new SourceText(directory + "/app.py", "as it ran\n"));
    assertThat(sources.find("app.py").orElseThrow().readText()).isEqualTo("as it ran\n");
    assertThat(sources.find(directory + "/./app.py").orElseThrow().readText())
        .isEqualTo("as it ran\n");
    assertThat(sources.find("other.py")).isEmpty();
  }

  @Test
  void aParserReadsItInTheEncodingThatItDeclares() throws IOException {
    String text = "# coding: koi8-r\ns = '\u0434'\n";
    SourceFile file = new SourceFile("/app.py", java.util.Optional.of(text));

    assertThat(file.read()).isEqualTo(text.getBytes("KOI8-R"));
    assertThat(new SourceFile("/app.py", java.util.Optional.of("\u0434")).read())
        .isEqualTo("\u0434".getBytes(StandardCharsets.UTF_8));
  }
}
