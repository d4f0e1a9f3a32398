package dev.leadline.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

  @TempDir Path work;

  private static Path freed(Path parent) throws IOException {
    try (RunDirectory directory = RunDirectory.inside(parent)) {
      Files.writeString(directory.path().resolve("left"), "by the first");
      directory.isFreeAgain();
      return directory.path();
    }
  }

  @Test
  void aFreeOneServesALaterRunUnderANewName() throws IOException {
    Path first = freed(work);

    try (RunDirectory later = RunDirectory.inside(work)) {
      assertThat(later.path()).isNotEqualTo(first).hasParent(work);
      assertThat(first).doesNotExist();
      assertThat(later.path().resolve("left")).hasContent("by the first");
    }
  }

  @Test
  void oneThatIsNotFreeGoesWithAllThatIsInIt() throws IOException {
    Path path;
    try (RunDirectory directory = RunDirectory.inside(work)) {
      path = Files.writeString(directory.path().resolve("left"), "");
    }

    assertThat(path.getParent()).doesNotExist();
  }

  @Test
  void oneThatSomebodyCleanedUpIsMadeAnew() throws IOException {
    Path gone = freed(work);
    Files.delete(gone.resolve("left"));
    Files.delete(gone);

    try (RunDirectory later = RunDirectory.inside(work)) {
      assertThat(later.path()).isEmptyDirectory();
    }
  }
}
