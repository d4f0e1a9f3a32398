package dev.leadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonsCommandTest {

  @TempDir Path directory;

  private Map<String, String> environment;

  @BeforeEach
  void oneThatCannotBeUsed() throws IOException {
    Path old =
        Files.writeString(directory.resolve("python"), "#!/bin/sh\necho 'so\u001b[31m old'\n");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
    environment = Map.of("LEADLINE_PYTHONS", old.toString());
  }

  @Test
  void listsEachWithItsVersionAndItsSourceOrWhyNot() {
    CommandRun run = CommandRun.with(directory, environment, "", "pythons");

    assertThat(run.status).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out.lines().findFirst().orElseThrow())
        .startsWith("-                 LEADLINE_PYTHONS  " + directory.resolve("python"))
        .endsWith("cannot be used: it is not Python: it printed \"so\\x1b[31m old\"");
    assertThat(run.out.lines().skip(1))
        .isNotEmpty()
        .anyMatch(line -> line.startsWith("CPython 3."));
    assertThat(run.out.lines().filter(line -> line.endsWith("  (default)"))).hasSize(1);
  }

  @Test
  void theJsonHasTheSame() throws IOException {
    CommandRun run = CommandRun.with(directory, environment, "", "pythons", "--format", "json");

    JsonNode list = new ObjectMapper().readTree(run.out);
    assertThat(list.get(0).get("refused").textValue()).startsWith("it is not Python");
    assertThat(list.get(0).get("source").textValue()).isEqualTo("LEADLINE_PYTHONS");
    JsonNode usable = list.get(list.size() - 1);
    assertThat(list).anyMatch(one -> one.path("implementation").asText().equals("cpython"));
    assertThat(usable.has("executable")).isTrue();
    assertThat(list).filteredOn(one -> one.get("default").booleanValue()).hasSize(1);
  }
}
