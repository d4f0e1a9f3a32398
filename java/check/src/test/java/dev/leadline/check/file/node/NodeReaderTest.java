package dev.leadline.check.file.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadline.check.file.node.Node.Mapping;
import dev.leadline.check.file.node.Node.Meaning;
import dev.leadline.check.file.node.Node.Scalar;
import dev.leadline.check.file.node.Node.Sequence;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML 1.2 and JSON mean, where YAML 1.1 means something else, and what is refused. */
class NodeReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          3.10           | NUMBER  | 3.10
          017            | NUMBER  | 017
          0o17           | NUMBER  | 0o17
          0x1F           | NUMBER  | 0x1F
          -.5e+3         | NUMBER  | -.5e+3
          .inf           | NUMBER  | .inf
          1_000          | STRING  | 1_000
          0b_            | STRING  | 0b_
          190:20:30      | STRING  | 190:20:30
          2026-01-01     | STRING  | 2026-01-01
          yes            | STRING  | yes
          off            | STRING  | off
          =              | STRING  | =
          True           | BOOLEAN | True
          ~              | NOTHING | ~
          NULL           | NOTHING | NULL
          "3.10"         | STRING  | 3.10
          'true'         | STRING  | true
          ""             | STRING  | ``
          !!str 3        | STRING  | 3
          !!int "3"      | NUMBER  | 3
          !!int +        | NUMBER  | +
          ! 3            | STRING  | 3
          """)
  void aScalarKeepsItsText(String written, Meaning meaning, String text) throws Exception {
    assertThat(value("k: " + written)).isEqualTo(new Scalar(new Mark(1, 4), meaning, text));
    assertThat(value("[" + written + "]")).isEqualTo(new Scalar(new Mark(1, 2), meaning, text));
  }

  @Test
  void nothingIsNothing() throws Exception {
    assertThat(value("k:\n")).isEqualTo(new Scalar(new Mark(1, 3), Meaning.NOTHING, ""));
    assertThat(Nodes.read("# nothing\n")).isEqualTo(Nodes.read(""));
    assertThat(Nodes.read("")).hasToString("Mapping[mark=1:1, entries={}, size=1]");
  }

  @Test
  void anchorsHoldKeysScalarsAndCollections() throws Exception {
    Node root =
        Nodes.read("&k key: &v 3.10\na: *v\nb: *k\nlist: &l [&x y, *x]\nc: *l\n*v : again\n");

    assertThat(text(root))
        .isEqualTo("{key=3.10, a=3.10, b=key, list=[y, y], c=[y, y], 3.10=again}");
    assertThat(((Mapping) root).entries().get("c").value().mark()).isEqualTo(new Mark(4, 7));
  }

  @Test
  void aTagOfTheCoreSchemaSaysWhatItsValueIs() throws Exception {
    Node root = Nodes.read("!!map {a: !!str 1, b: ! 2, c: !!int 3, d: !!seq [!!null x]}");

    assertThat(text(root)).isEqualTo("{a=1, b=2, c=3, d=[x]}");
    assertThat(
            ((Mapping) root)
                .entries().values().stream()
                    .map(Node.Entry::value)
                    .filter(Scalar.class::isInstance)
                    .map(scalar -> ((Scalar) scalar).meaning()))
        .containsExactly(Node.Meaning.STRING, Node.Meaning.STRING, Node.Meaning.NUMBER);
  }

  @Test
  void anAnchorStandsForTheLastThatHasIt() throws Exception {
    assertThat(text(Nodes.read("[&a 1, *a, &a 2, *a]"))).isEqualTo("[1, 1, 2, 2]");
  }

  @Test
  void jsonIsReadAsItIs() throws Exception {
    String json =
        "{\n\t\"a\\/b\":\t\"\\\\/ \u2028\u0085 \\ud83d\\ude00\",\n\t\"c\" : [\t1 ,\t\"\t\"\t]\n}\t\n";

    assertThat(text(Nodes.read(json))).isEqualTo("{a/b=\\/ \u2028\u0085 \ud83d\ude00, c=[1, \t]}");
    assertThat(((Mapping) Nodes.read(json)).entries().get("c").key()).isEqualTo(new Mark(3, 2));
  }

  @Test
  void aBackslashBeforeASlashStaysOutsideOfDoubleQuotes() throws Exception {
    assertThat(text(Nodes.read("[\\/, '\\/', \"\\/\", a\\\\/]")))
        .isEqualTo("[\\/, \\/, /, a\\\\/]");
  }

  @Test
  void onlyWhatEndsALineInJsonEndsOne() throws Exception {
    assertThat(text(Nodes.read("a: 1 # \u0085b: 2 \u2028c: 3\nd: x\u2029y")))
        .isEqualTo("{a=1, d=x\u2029y}");
  }

  @Test
  void aMarkOfTheByteOrderTakesNoPlace() throws Exception {
    assertThat(value("\ufeffk: v").mark()).isEqualTo(new Mark(1, 4));
    assertThat(text(Nodes.read("\ufeff{\n\t\"k\": 1\n}"))).isEqualTo("{k=1}");
  }

  @Test
  void tabsThatIndentNothingAreWhiteSpace() throws Exception {
    assertThat(text(Nodes.read("a:\n  b: []\t\n\t\n  c:\t\"x\"\t# it\n \t# is\n  d: e\tf\t\n")))
        .isEqualTo("{a={b=[], c=x, d=e\tf}}");
  }

  @Test
  void aBlockKeepsItsTabsAndTheEndOfItsLastLine() throws Exception {
    assertThat(((Scalar) value("k: |\n  a\n  \t\n  b")).text()).isEqualTo("a\n\t\nb\n");
    assertThat(((Scalar) value("k: >-\n  a\n  b")).text()).isEqualTo("a b");
  }

  @Test
  void columnsCountCharacters() throws Exception {
    assertThat(value("{\ud83d\ude00: v}").mark()).isEqualTo(new Mark(1, 5));
  }

  @Test
  void aTextIsBoundedByTheFileAlone() throws Exception {
    assertThat(((Scalar) value("k: " + "x".repeat(3_500_000))).text()).hasSize(3_500_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: 1\n---\n", "a: 1\n---\nb: 2\n", "--- a\n--- b\n", "a\n...\n---\n*x\n"})
  void asMuchAsTheMarkOfASecondDocumentIsRefused(String text) {
    assertThat(refused(text)).endsWith("a second document begins; write one");
  }

  @Test
  void oneDocumentMayHaveItsMarks() throws Exception {
    assertThat(text(Nodes.read("%YAML 1.2\n---\na: 1\n...\n"))).isEqualTo("{a=1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: [1, 2@         | 2:1 cannot be read as YAML: expected ',' or ']', but got <stream end>
          a: "x\\q"         | 1:7 cannot be read as YAML: found unknown escape character q(113)
          a: @x             | 1:4 cannot be read as YAML: found character '@' that cannot start any token. (Do not use @ for indentation)
          a:@\tb: 1          | 2:1 cannot be read as YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
          a: "\\UFFFFFFFF"  | 1:1 cannot be read as YAML: an escape \\U has a number that no character has
          %YAML 2.0@---@a: 1 | 1:1 cannot be read as YAML: its %YAML directive names another version than 1.2
          #@\t{a: 1}        | 2:1 cannot be read as YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
          a: \u0001b        | 1:1 cannot be read as YAML: its character 4, U+0001, is not allowed
          ? {a: b}@: 1      | 1:3 a key is a text, not a mapping
          a: &l [1]@*l : 1  | 2:1 a key is a text, not a list
          a: 1@a: 2         | 2:1 "a" is already given in line 1
          a: !env HOME      | 1:4 there is no tag !env
          a: !!set {b}      | 1:4 there is no tag !!set
          !<x:y> [1]        | 1:1 there is no tag x:y
          """)
  void aRefusalIsOneLineWithItsPlace(String text, String refusal) {
    assertThat(refused(text.replaceAll("(?<=[^ ])@", "\n"))).isEqualTo(refusal);
  }

  private static String refused(String text) {
    UnreadableException refused =
        catchThrowableOfType(UnreadableException.class, () -> Nodes.read(text));
    return refused.mark() + " " + refused.getMessage();
  }

  /** The only value of a mapping or a list. */
  private static Node value(String text) throws UnreadableException {
    Node root = Nodes.read(text);
    List<Node> values =
        root instanceof Sequence list
            ? list.elements()
            : ((Mapping) root).entries().values().stream().map(Node.Entry::value).toList();
    assertThat(values).hasSize(1);
    return values.get(0);
  }

  private static String text(Node node) {
    if (node instanceof Sequence list) {
      return list.elements().stream()
          .map(NodeReaderTest::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> entry.getKey() + "=" + text(entry.getValue().value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return ((Scalar) node).text();
  }
}
