package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description of the protocol and its reader say the same. */
class ProtocolDocumentTest {

  private static final Pattern EXAMPLE = Pattern.compile("```json\\n(\\{\"record\":.*\\})\\n```");

  private final SinkLog log = new SinkLog();

  @Test
  void everyExampleIsDecoded() throws IOException {
    String trace = String.join("\n", examples()) + "\n";
    String before = Traces.code(0, "<module>", 1, true);
    String called = Traces.code(2, "Order.add", 7, false);
    String seen = Traces.code(7, "Order.rows", 30, false);
    String whole =
        trace
            .replace(
                "{\"record\":\"process\",\"process\":1}", "{\"record\":\"process\",\"process\":0}")
            .replace("{\"record\":\"base\"", before + called + seen + "{\"record\":\"base\"");

    Ending ending = Traces.read(whole, log);

    assertThat(log.header().python().version()).isEqualTo("3.12.1");
    assertThat(log.header().recording().events()).hasSize(4);
    assertThat(log.lines())
        .containsExactly(
            "call Order.total:12 4/1 @49141",
            "line Order.total:13 4/1",
            "call Order.add:7 5/2 @49552",
            "line Order.add:7 5/2",
            "line Order.add:8 5/2",
            "return Order.add:8 5/2 @49757",
            "line Order.total:14 4/1",
            "exception Order.total:14 4/1 ValueError: bad",
            "return Order.total:14 4/1 @50134");
    assertThat(ending.outcome()).isEqualTo(Ending.Outcome.RAISED);
    assertThat(ending.status()).hasValue(1);
    assertThat(ending.baseDepth()).hasValue(3);
    assertThat(ending.malformedLines()).isZero();
    assertThat(ending.unknownRecords()).isZero();
  }

  @Test
  void thereIsAnExampleOfEveryRecordKindThatTheReaderKnows() throws IOException {
    assertThat(examples().stream().map(example -> example.split("\"")[3]).toList())
        .containsExactlyElementsOf(
            Arrays.stream(RecordKind.values())
                .filter(kind -> kind != RecordKind.UNKNOWN)
                .map(RecordKind::wireName)
                .toList());
  }

  @Test
  void everyWordThatTheReaderTakesStandsInTheDocument() throws IOException {
    String document = document();

    for (EventKind kind : EventKind.values()) {
      assertThat(document).contains("`" + kind.pythonName() + "`");
    }
    for (Scope scope : Scope.values()) {
      assertThat(document).contains("`" + scope.wireName() + "`");
    }
    for (Ending.Outcome outcome : Ending.Outcome.values()) {
      EndRecord.word(outcome).ifPresent(word -> assertThat(document).contains("`" + word + "`"));
    }
  }

  @Test
  void everyFieldThatTheReaderAsksForStandsInTheDocument() throws IOException {
    String document = document();

    assertThat(fieldsAskedFor())
        .hasSizeGreaterThan(30)
        .allSatisfy(field -> assertThat(document).contains(field));
  }

  /** The names in the decoders' own source: no list of them is kept for this test. */
  private static List<String> fieldsAskedFor() throws IOException {
    Pattern asked =
        Pattern.compile(
            "\\.(?:text|textOrEmpty|texts|textsOrNone|number|longNumber|flag|object|optionalInt|optionalLong|has)"
                + "\\(\\s*\"([a-z_]+)\"\\)");
    List<String> fields = new ArrayList<>();
    for (String decoder :
        List.of(
            "HeaderRecord",
            "read/RecordDecoder",
            "read/ProcessDecoder",
            "read/Blindness",
            "EndRecord")) {
      Path source = Path.of("src/main/java/dev/leadline/wire", decoder + ".java");
      asked
          .matcher(Files.readString(source))
          .results()
          .map(match -> match.group(1))
          .forEach(fields::add);
    }
    return fields;
  }

  private static List<String> examples() throws IOException {
    Matcher matcher = EXAMPLE.matcher(document());
    return matcher.results().map(match -> match.group(1)).collect(Collectors.toList());
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("../../python-agent/PROTOCOL.md"));
  }
}
