package dev.leadline.launch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leadline.launch.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {

  @TempDir Path work;

  @Test
  void itIsRemovedWithAllThatIsInIt() throws Exception {
    Path file;
    try (PrivateDirectory directory = PrivateDirectory.inside(work)) {
      file = Files.writeString(directory.path().resolve("left"), "");
    }

    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void aMissingParentIsReportedInWords() {
    Path parent = work.resolve("gone");

    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> PrivateDirectory.inside(parent))
        .withMessage("cannot make a directory in " + parent + ": it does not exist");
  }

  @Test
  void aParentThatIsAFileIsReportedInWords() throws Exception {
    Path parent = Files.createFile(work.resolve("file"));

    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> PrivateDirectory.inside(parent))
        .withMessageStartingWith("cannot make a directory in " + parent + ": ")
        .withMessageNotContaining("java.");
  }
}
