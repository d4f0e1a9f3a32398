package dev.leadline.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.leadline.check.file.node.Node;
import dev.leadline.check.file.node.Node.Mapping;
import dev.leadline.check.file.node.Node.Scalar;
import dev.leadline.check.file.node.Node.Sequence;
import dev.leadline.check.file.node.Nodes;
import dev.leadline.json.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema takes what the reader takes, and refuses what the reader refuses. */
class CheckSchemaTest {

  private static Schema schema;

  @BeforeAll
  static void read() throws IOException {
    StringWriter text = new StringWriter();
    CheckFile.writeSchema(text);
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text.toString());
  }

  @Test
  void itIsASchema() throws IOException {
    StringWriter text = new StringWriter();
    CheckFile.writeSchema(text);
    Schema ofSchemas =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(
                com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

    assertThat(ofSchemas.validate(text.toString(), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void goodFiles(Path file) throws Exception {
    assertThat(problems(file)).isEmpty();
    assertThat(CheckFile.load(file.getFileName(), file.getParent(), false).runs()).isNotEmpty();
  }

  static List<Path> goodFiles() throws IOException {
    return Corpus.files("good");
  }

  @ParameterizedTest
  @MethodSource
  void badFiles(Path file) throws Exception {
    assertThat(problems(file)).isNotEmpty();
  }

  static List<Path> badFiles() throws IOException {
    return Corpus.files("bad");
  }

  @ParameterizedTest
  @MethodSource
  void whatASchemaCannotSay(Path file) throws Exception {
    assertThat(problems(file)).isEmpty();
  }

  static List<Path> whatASchemaCannotSay() throws IOException {
    return Corpus.files("beyond");
  }

  private static List<com.networknt.schema.Error> problems(Path file) throws Exception {
    return schema.validate(json(Nodes.read(Files.readString(file))), InputFormat.JSON);
  }

  private static String json(Node node) {
    if (node instanceof Sequence list) {
      return list.elements().stream()
          .map(CheckSchemaTest::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (node instanceof Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> quoted(entry.getKey()) + ":" + json(entry.getValue().value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    Scalar scalar = (Scalar) node;
    return switch (scalar.meaning()) {
      case NOTHING -> "null";
      case BOOLEAN -> scalar.text().toLowerCase(Locale.ROOT);
      case NUMBER -> new BigDecimal(scalar.text()).toString();
      case STRING -> quoted(scalar.text());
    };
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    JsonText.quote(text, out);
    return out.toString();
  }
}
