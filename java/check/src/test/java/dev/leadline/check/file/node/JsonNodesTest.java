package dev.leadline.check.file.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.file.Corpus;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is part of YAML: the oracle is how its parser reads the same text. */
class JsonNodesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\": 1, \"b\": [true, false, null, -1.50e+3, 0], \"c\": {\"d\": \"e\"}}",
        " \n {\n\t\"a\\/b\" :\t\"\\\\/ \u2028\u0085 \\u00e9\\n\",\r\n\"c\":[\t1 ,\r\"3\" ]\n}\t\n",
        "{\"<<\": {\"a\": \"\\ud83d\\ude00\"}, \"\": [], \"yes\": \"no\", \"&x\": \"*x\"}",
        "{\"a\":1,\"b\":[[],[{}]]}"
      })
  void readsWhatTheParserOfYamlReads(String text) throws Exception {
    assertThat(JsonNodes.read(text)).contains(yaml(text));
  }

  /** YAML refuses a tab that indents what is not inside of brackets. */
  @Test
  void readsATextThatATabIndents() throws Exception {
    assertThat(JsonNodes.read(" \n\t{\"a\": 1}")).contains(yaml(" \n {\"a\": 1}"));
  }

  @Test
  void readsTheCheckFileOfTheTests() throws Exception {
    String text = Files.readString(Corpus.DIRECTORY.resolve("good").resolve("plan.json"));

    assertThat(JsonNodes.read(text)).contains(yaml(text));
  }

  /** Each is YAML, wrong, or counted in another way by Jackson. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a: 1",
        "[1]",
        "{a: 1}",
        "{\"a\": 017}",
        "{\"a\": 1} # end",
        "{\"a\": 1,}",
        "{\"a\": 1}{}",
        "{\"a\": 1",
        "{\"a\": \"\t\"}",
        "{\"a\": 1, \"a\": 2}",
        "\ufeff{\"a\": 1}",
        "{\"\ud83d\ude00\": 1}"
      })
  void leavesTheRest(String text) {
    assertThat(JsonNodes.read(text)).isEmpty();
  }

  @Test
  void isAsDeepAsYamlMayBe() throws Exception {
    String deepest = "{\"a\":".repeat(50) + "1" + "}".repeat(50);

    assertThat(JsonNodes.read(deepest)).contains(yaml(deepest));
    assertThat(JsonNodes.read("{\"a\":" + deepest + "}")).isEqualTo(Optional.empty());
  }

  private static Node yaml(String text) throws UnreadableException {
    return Nodes.readYaml(text);
  }
}
