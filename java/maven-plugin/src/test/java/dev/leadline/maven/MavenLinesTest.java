package dev.leadline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.maven.Command.Ended;
import dev.leadline.maven.Command.LastLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenLinesTest {

  @TempDir Path directory;

  private final List<String> logged = new ArrayList<>();

  private final MavenLines lines =
      new MavenLines(
          new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
              logged.add("info " + line);
            }

            @Override
            public void warn(CharSequence line) {
              logged.add("warn " + line);
            }
          },
          "orders",
          "calls");

  @Test
  void eachLineSaysWhoseItIsAndHarmsNoTerminal() {
    lines.info("a\tb\u001b[2J");

    assertThat(logged).containsExactly("info [orders:calls] a\tb\\x1b[2J");
  }

  @Test
  void aLongReportIsShownFromItsBeginning() throws IOException, MojoExecutionException {
    Path report = directory.resolve("report");
    Files.write(report, Collections.nCopies(101, "line"));

    MavenLines.show(report, 100, lines::warn);

    assertThat(logged).hasSize(101).endsWith("warn [orders:calls] ...");
    assertThat(Collections.frequency(logged, "warn [orders:calls] line")).isEqualTo(100);
  }

  @Test
  void aReportThatFitsIsShownWhole() throws IOException, MojoExecutionException {
    Path report = directory.resolve("report");
    Files.write(report, Collections.nCopies(100, "line"));

    MavenLines.show(report, 100, lines::warn);

    assertThat(logged).hasSize(100).doesNotContain("warn [orders:calls] ...");
  }

  @Test
  void theLastLineWaitsUntilItIsNeeded() {
    LastLine last = new LastLine(lines::info);
    last.accept("leadline: one");
    last.accept("leadline: two");

    assertThat(logged).containsExactly("info [orders:calls] leadline: one");
    assertThat(new Ended(125, true, last.held()).lastWord()).isEqualTo("two");
    assertThat(new Ended(125, true, Optional.empty()).lastWord())
        .isEqualTo("Leadline failed, with status 125");
  }
}
