package dev.leadline.launch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgentFilesTest {

  @Test
  void theAgentIsUnpackedWholeForItsOwnerAlone() throws IOException {
    Path script = AgentFiles.script();
    Path directory = script.getParent();

    assertThat(script).hasFileName("leadline_agent.py");
    assertThat(directory.resolve("_leadline/engines/settrace.py")).isNotEmptyFile();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
  }

  @Test
  void itIsUnpackedOnceUnlessItWasRemoved() throws IOException {
    Path script = AgentFiles.script();
    assertThat(AgentFiles.script()).isEqualTo(script);

    Files.delete(script);

    assertThat(AgentFiles.script()).isNotEqualTo(script).isNotEmptyFile();
  }

  @Test
  void aPrivateDirectoryGoesWithAllThatIsInIt() throws IOException {
    PrivateDirectory directory = PrivateDirectory.create(path -> {});
    Path deep = Files.createDirectories(directory.path().resolve("a/b"));
    Path outside = Files.createTempFile("leadline-test", "");
    Files.createSymbolicLink(deep.resolve("link"), outside);

    directory.close();
    directory.close();

    assertThat(directory.path()).doesNotExist();
    assertThat(outside).exists();
    Files.delete(outside);
  }

  @Test
  void nothingIsLeftOutOfTheIndex() throws IOException {
    Path directory = AgentFiles.script().getParent();
    try (Stream<Path> files = Files.walk(directory.resolve("_leadline"))) {
      List<Path> packages =
          files.filter(Files::isDirectory).filter(path -> !path.endsWith("__pycache__")).toList();
      assertThat(packages)
          .isNotEmpty()
          .allSatisfy(path -> assertThat(path.resolve("__init__.py")).exists());
    }
  }
}
