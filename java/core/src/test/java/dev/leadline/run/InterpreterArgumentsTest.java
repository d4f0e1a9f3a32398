package dev.leadline.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterpreterArgumentsTest {

  /** The agent's test reads the same cases. */
  private static final Path CASES = Path.of("../../python-agent/tests/isolating_options.json");

  @Test
  void optionsThatHideTheAgentAreThoseThatTheAgentKnows() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode cases = json.readTree(CASES.toFile());

    assertThat(cases).hasSizeGreaterThan(15);
    for (JsonNode one : cases) {
      List<String> options = json.convertValue(one.get(0), new TypeReference<>() {});
      assertThat(InterpreterArguments.isolating(options).isPresent())
          .as(options.toString())
          .isEqualTo(one.get(1).asBoolean());
    }
  }

  @Test
  void theOptionIsNamedAsItIsWritten() {
    assertThat(InterpreterArguments.isolating(List.of("-W", "error", "-BE", "-I"))).contains("-BE");
  }
}
