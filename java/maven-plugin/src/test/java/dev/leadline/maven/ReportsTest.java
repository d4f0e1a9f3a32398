package dev.leadline.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  @TempDir Path directory;

  @Test
  void anExecutionWithASlashInItsIdWritesIntoTheDirectoryAllTheSame() {
    Path file = new Reports(directory, "trace", "../a b").file(Reports.TEXT);

    assertThat(file).isEqualTo(directory.resolve("trace-..%2Fa+b.txt"));
    assertThat(file.normalize()).hasParentRaw(directory);
  }

  @Test
  void whatTheSameExecutionWroteEarlierGoesAndNothingElse() throws Exception {
    Reports ours = new Reports(directory, "check", "x");
    Reports others = new Reports(directory, "check", "x.y");
    for (Reports reports : new Reports[] {ours, others, new Reports(directory, "trace", "x")}) {
      Files.createFile(reports.file(Reports.JSON));
      Files.createFile(reports.file(Reports.TEXT));
    }
    Files.createFile(ours.junit());
    Files.createFile(others.junit());

    ours.begin(ours.junit());

    assertThat(names())
        .containsExactly(
            "TEST-leadline-x.y.xml",
            "check-x.y.json",
            "check-x.y.txt",
            "trace-x.json",
            "trace-x.txt");
  }

  @Test
  void aDirectoryThatCannotBeIsOneClearLine() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> new Reports(file, "trace", "x").begin())
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("cannot write into " + file + ": ");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }
}
