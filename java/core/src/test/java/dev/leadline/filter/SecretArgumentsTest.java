package dev.leadline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.event.SecretNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretArgumentsTest {

  /** What the agent's test reads, too. */
  private static final Path CASES = Path.of("../../python-agent/tests/secret_arguments.json");

  @Test
  void secretsAreFoundByTheNamesOfOptionsAndInUrls() throws IOException {
    SecretArguments secret = new SecretArguments(SecretNames.GLOBS);
    for (JsonNode given : new ObjectMapper().readTree(CASES.toFile())) {
      assertThat(secret.redacted(texts(given.get(0)))).isEqualTo(texts(given.get(1)));
    }
  }

  @Test
  void theGlobsChoose() {
    List<String> words = List.of("--card=1", "--password=x", "https://me@host/");

    assertThat(new SecretArguments(List.of()).redacted(words)).isEqualTo(words);
    assertThat(new SecretArguments(List.of("CARD")).redacted(words))
        .containsExactly("--card=<redacted>", "--password=x", "https://me@host/");
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
