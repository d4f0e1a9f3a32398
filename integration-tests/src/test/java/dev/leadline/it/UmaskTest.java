package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Leadline writes for the user has the permissions of what the user's shell writes. */
class UmaskTest {

  @TempDir Path work;

  @ParameterizedTest
  @CsvSource({
    "077, rw-------, rwx------",
    "022, rw-r--r--, rwxr-xr-x",
    "002, rw-rw-r--, rwxrwxr-x"
  })
  void outputsAndTheirNewDirectoriesFollowIt(String umask, String file, String directory)
      throws IOException {
    Files.writeString(work.resolve("app.py"), "def f():\n    pass\nf()\n");
    String python = Interpreters.newest().executable().toString();
    for (String output : List.of("t.ndjson", "t.ndjson.gz")) {
      under(umask, "trace", "-o", output, "--python", python, "app.py");
    }
    under(umask, "report", "--format", "summary", "-o", "t.txt", "t.ndjson");
    under(umask, "diff", "-o", "new/deep/diff.txt", "t.ndjson", "t.ndjson.gz");

    for (String output : List.of("t.ndjson", "t.ndjson.gz", "t.txt", "new/deep/diff.txt")) {
      assertThat(permissions(output)).as(output).isEqualTo(file);
    }
    assertThat(permissions("new")).isEqualTo(directory);
    assertThat(permissions("new/deep")).isEqualTo(directory);
  }

  private void under(String umask, String... args) {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
    command.addAll(Launched.command(List.of(args)));
    Outcome outcome = Run.process(work, command);
    assertThat(outcome.status()).as(outcome.errText()).isZero();
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve(path)));
  }
}
