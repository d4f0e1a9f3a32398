package dev.leadline.launch.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.launch.files.AgentFiles.KeptAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAgentTest {

  private static final String SCRIPT = "leadline_agent.py";

  @TempDir Path parent;

  private Path jar(String built) throws IOException {
    Path jar = parent.resolve("leadline.jar");
    Files.writeString(jar, "");
    return Files.setLastModifiedTime(jar, FileTime.from(Instant.parse(built)));
  }

  @Test
  void itIsUnpackedOnceForEachBuild() throws IOException {
    Path first = KeptAgent.in(parent, jar("2026-01-02T03:04:05Z")).orElseThrow();
    Path compiled = Files.writeString(first.resolve("_leadline/compiled"), "");

    assertThat(first.resolve(SCRIPT)).isNotEmptyFile();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
        .isEqualTo("rwx------");
    assertThat(KeptAgent.in(parent, jar("2026-01-02T03:04:05Z"))).hasValue(first);
    assertThat(compiled).exists();

    Path second = KeptAgent.in(parent, jar("2026-01-02T03:04:06Z")).orElseThrow();

    assertThat(second).isNotEqualTo(first);
    assertThat(second.resolve(SCRIPT)).isNotEmptyFile();
    assertThat(first).doesNotExist();
    assertThat(parent).isDirectoryNotContaining("glob:**/run-*");
  }

  @Test
  void whereItCannotBeKeptNothingIsReported() throws IOException {
    Path jar = jar("2026-01-02T03:04:05Z");

    assertThat(KeptAgent.in(parent.resolve("missing"), jar)).isEmpty();
    assertThat(KeptAgent.in(Files.createFile(parent.resolve("file")), jar)).isEmpty();
  }

  @Test
  void namesThatAnOldInterpreterWouldReadInAnotherWayAreLeftAlone() {
    assertThat(KeptAgent.named("")).isEmpty();
    assertThat(KeptAgent.named("/opt/lead\u00e9line")).isEmpty();
    assertThat(KeptAgent.named("/opt/my tools")).isEqualTo(Optional.of(Path.of("/opt/my tools")));
  }
}
