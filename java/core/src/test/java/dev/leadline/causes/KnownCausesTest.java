package dev.leadline.causes;

import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import dev.leadline.wire.Events;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** f stands at line 20; what is at its other lines is said by each test. */
class KnownCausesTest {

  /** Lines 21 and 22, and then line 23, which is of a kind that is to be put in. */
  private static final List<String> FLOW =
      List.of(
          "code 20 f",
          "node passage > 1",
          "node statement once 21-21 > 2",
          "node statement once 22-22 > 3",
          "node %s once 23-23 > end");

  private static final int FIND = 7;
  private static final int LIBRARY = 8;
  private static final int MODULE = 9;

  private static final String TWO_LINES = call("21,22,");
  private static final String THREE_LINES = call("21,22,23,");

  @Test
  void aPassThatOneInterpreterTellsOfIsTheCatalogues() throws IOException {
    Cause cause = lines("3.9.18", "3.10.13", "statement 23 23 -", "simple 23 23 -", "pass 23 23 -");

    assertThat(cause.category()).isEqualTo(Category.COMPILER);
    assertThat(cause.id()).isEqualTo("pep-626");
    assertThat(cause.why()).contains("line 23");
  }

  @Test
  void itIsSoWhicheverSideTheOlderInterpreterIsOn() throws IOException {
    Cause cause =
        only(
            "3.10.13",
            THREE_LINES,
            "3.9.18",
            TWO_LINES,
            facts("statement 23 23 -", "pass 23 23 -"));

    assertThat(cause.id()).isEqualTo("pep-626");
  }

  @Test
  void aChangeThatCameBeforeBothNamesNothing() throws IOException {
    Cause cause = lines("3.10.13", "3.11.7", "statement 23 23 -", "simple 23 23 -", "pass 23 23 -");

    assertThat(cause.category()).isEqualTo(Category.COMPILER);
    assertThat(cause.id()).isEqualTo("line-table");
  }

  @Test
  void aStatementThatRanOnOneSideOnlyIsTheProgram() throws IOException {
    Cause cause = perhaps("statement 23 23 -", "simple 23 23 -");

    assertThat(cause.category()).isEqualTo(Category.PROGRAM);
    assertThat(cause.why())
        .isEqualTo(
            "the paths part where the older interpreter ends and the younger goes on in line 23");
  }

  @Test
  void theProgramComesBeforeTheCatalogue() throws IOException {
    Cause cause =
        perhaps("statement 23 23 -", "simple 23 23 -", "with 21 23 -", "with_tail 23 23 -");

    assertThat(cause.category()).isEqualTo(Category.PROGRAM);
  }

  @Test
  void partsOfOneStatementAreNoOtherBranch() throws IOException {
    Cause cause =
        only(
            "3.7.16",
            TWO_LINES,
            "3.8.18",
            THREE_LINES,
            facts(
                List.of("statement 22 24 -", "simple 22 24 -", "many 22 24 -"),
                List.of(
                    "code 20 f",
                    "node passage > 1",
                    "node statement once 21-21 > 2",
                    "node statement 22-24 > end")));

    assertThat(cause.id()).isEqualTo("multi-line");
  }

  @Test
  void withoutTheSourceLinesAreUnexplained() throws IOException {
    Cause cause = only("3.9.18", TWO_LINES, "3.10.13", THREE_LINES, FactsSource.NONE);

    assertThat(cause.category()).isEqualTo(Category.UNEXPLAINED);
    assertThat(cause.why()).contains("the source is missing");
  }

  @Test
  void anotherSourceIsNoEvidence() throws IOException {
    FactsSource edited =
        (header, file) ->
            SourceFacts.read(List.of("def 19 30 f", "statement 23 23 -", "pass 23 23 -", "end"));
    Cause cause = only("3.9.18", TWO_LINES, "3.10.13", THREE_LINES, edited);

    assertThat(cause.category()).isEqualTo(Category.UNEXPLAINED);
    assertThat(cause.why()).contains("not the one that ran");
  }

  @Test
  void theSameReleaseDiffersByTheProgramAlone() throws IOException {
    Cause cause = lines("3.12.1", "3.12.1", "statement 23 23 -", "pass 23 23 -");

    assertThat(cause.category()).isEqualTo(Category.PROGRAM);
  }

  @Test
  void theEndOfAGeneratorIsTheCataloguesWhereSomethingIsIterated() throws IOException {
    String ended = call(line(21) + exception(21, "StopIteration", "") + line(22));
    Cause loop =
        only(
            "3.9.18", ended, "3.10.13", TWO_LINES, facts("statement 21 21 -", "iteration 21 21 -"));
    Cause next = only("3.9.18", ended, "3.10.13", TWO_LINES, facts("statement 21 21 -"));

    assertThat(loop.id()).isEqualTo("stop-iteration");
    assertThat(next.category()).isEqualTo(Category.PROGRAM);
  }

  @Test
  void anExceptionThatIsKnownToBeNewIsTheProgramWithItsReason() throws IOException {
    String refused =
        call(line(21) + exception(21, "ModuleNotFoundError", "No module named 'imp'") + line(22));
    Cause cause = only("3.11.7", TWO_LINES, "3.12.1", refused, facts("statement 21 21 -"));

    assertThat(cause.category()).isEqualTo(Category.PROGRAM);
    assertThat(cause.id()).isEqualTo("program-missing-module");
    assertThat(cause.why()).contains("No module named 'imp'");
  }

  @Test
  void anExceptionWithoutALineIsShownSo() throws IOException {
    String refused =
        call(
            line(21)
                + "[\"exception\",null,\"ModuleNotFoundError\",\"No module named 'imp'\"],"
                + line(22));
    Cause cause = only("3.11.7", TWO_LINES, "3.12.1", refused, facts("statement 21 21 -"));

    assertThat(cause.why()).startsWith("line ?: ModuleNotFoundError: No module named 'imp'; ");
  }

  @Test
  void whatAnImportRunsOnOneSideAloneIsTheInterpreters() throws IOException {
    for (int imported : List.of(FIND, LIBRARY)) {
      String runs = call("21,22," + Events.call(imported, 1) + returned(1, 1));

      for (Cause cause :
          List.of(
              only("3.10.13", runs, "3.11.7", TWO_LINES, FactsSource.NONE),
              only("3.10.13", TWO_LINES, "3.11.7", runs, FactsSource.NONE))) {
        assertThat(cause.id()).isEqualTo("import-system");
        assertThat(cause.category()).isEqualTo(Category.RUNTIME);
        assertThat(cause.why()).startsWith("line 22 ran on both sides");
      }
    }
  }

  @Test
  void whatAnImportRunsOfTheProgramIsTheProgram() throws IOException {
    String module = Events.call(MODULE, 1) + returned(1, 1);
    String runs = call("21,22," + Events.call(FIND, 1) + module + returned(1, 1));

    Cause cause = only("3.10.13", runs, "3.11.7", TWO_LINES, FactsSource.NONE);

    assertThat(cause.category()).isEqualTo(Category.PROGRAM);
  }

  @Test
  void anImportThatRanOnOneSideAloneIsTheProgram() throws IOException {
    String runs = call("21,22,23," + Events.call(FIND, 1) + returned(1, 1));

    List<Cause> causes = causes("3.10.13", runs, "3.11.7", TWO_LINES, FactsSource.NONE);

    assertThat(causes)
        .extracting(Cause::category)
        .containsExactly(Category.PROGRAM, Category.UNEXPLAINED);
  }

  private static Cause lines(String older, String younger, String... facts) throws IOException {
    return only(older, TWO_LINES, younger, THREE_LINES, facts(facts));
  }

  /** The last statement may be gone round. */
  private static Cause perhaps(String... facts) throws IOException {
    List<String> flow = new ArrayList<>(FLOW);
    flow.set(3, FLOW.get(3) + " end");
    return only(
        "3.9.18",
        TWO_LINES,
        "3.10.13",
        THREE_LINES,
        facts(List.of(facts), String.join("\n", flow).formatted("statement").lines().toList()));
  }

  private static FactsSource facts(String... facts) {
    String last = List.of(facts).contains("pass 23 23 -") ? "jump" : "statement";
    return facts(List.of(facts), String.join("\n", FLOW).formatted(last).lines().toList());
  }

  private static FactsSource facts(List<String> facts, List<String> flow) {
    Optional<SourceFacts> read =
        SourceFacts.read(
            Stream.of(List.of("def 20 30 f"), facts, flow, List.of("end"))
                .flatMap(List::stream)
                .toList());
    return (header, file) -> read;
  }

  private static Cause only(
      String left, String leftEvents, String right, String rightEvents, FactsSource sources)
      throws IOException {
    List<Cause> causes = causes(left, leftEvents, right, rightEvents, sources);
    assertThat(causes).hasSize(1);
    return causes.get(0);
  }

  /** Of all that differs, what follows from it included. */
  private static List<Cause> causes(
      String left, String leftEvents, String right, String rightEvents, FactsSource sources)
      throws IOException {
    try (Execution one = execution(left, leftEvents);
        Execution other = execution(right, rightEvents)) {
      return new Comparer(new KnownCauses(sources))
          .compare(one, other).groups().stream()
              .flatMap(group -> Stream.concat(Stream.of(group), group.consequences().stream()))
              .map(DifferenceGroup::cause)
              .toList();
    }
  }

  private static String call(String events) {
    return Events.call(2, 10, 20, 4, 1) + events + returned(22, 10);
  }

  private static Execution execution(String version, String events) throws IOException {
    String header =
        Traces.HEADER.replaceFirst("\"version\":\"[^\"]*\"", "\"version\":\"" + version + "\"");
    return Executions.ofTrace(
        header
            + Executions.CODES
            + code(FIND, "_find_and_load", "frozen", "<frozen importlib._bootstrap>")
            + code(LIBRARY, "<module>", "stdlib", "/usr/lib/python3.11/re.py")
            + code(MODULE, "<module>", "user", "/home/me/project/other.py")
            + Traces.events(events)
            + Traces.END);
  }

  private static String code(int number, String name, String scope, String file) {
    return Traces.code(number, name, 1, scope, false).replace("/home/me/project/app.py", file);
  }
}
