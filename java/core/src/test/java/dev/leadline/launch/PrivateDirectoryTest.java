package dev.leadline.launch;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {

  @TempDir Path work;

  @Test
  void aParentThatIsNotThereIsToldInWords() {
    Path parent = work.resolve("gone");

    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> PrivateDirectory.inside(parent))
        .withMessage("cannot make a directory in " + parent + ": it does not exist");
  }

  @Test
  void aParentThatIsAFileIsToldInWords() throws Exception {
    Path parent = Files.createFile(work.resolve("file"));

    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> PrivateDirectory.inside(parent))
        .withMessageStartingWith("cannot make a directory in " + parent + ": ")
        .withMessageNotContaining("java.");
  }
}
