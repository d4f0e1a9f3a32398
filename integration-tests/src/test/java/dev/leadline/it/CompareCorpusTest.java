package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.causes.KnownCauses;
import dev.leadline.causes.ScriptFacts;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.execution.Execution;
import dev.leadline.interpreter.PythonVersion;
import dev.leadline.source.SourceAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What interpreters do differently with the programs in compare/, and the causes given for it. */
class CompareCorpusTest {

  private static final Path CORPUS = Repository.TESTS.resolve("compare");
  private static final KnownCauses CAUSES =
      new KnownCauses(new ScriptFacts(Interpreters.newest(), SourceAccess.RUN));

  @AfterAll
  static void endTheInterpreter() {
    CAUSES.close();
  }

  @TestFactory
  Stream<DynamicTest> knownDifferencesHaveTheirCauses() {
    return each(
        "known",
        (program, runs) -> {
          neighboursDifferAsTheCommentsSay(program, runs);
          allDifferencesAreOfTheInterpreters(program, runs);
        });
  }

  @TestFactory
  Stream<DynamicTest> theSamePathIsTheInterpreters() {
    return each("same_path", CompareCorpusTest::allDifferencesAreOfTheInterpreters);
  }

  @TestFactory
  Stream<DynamicTest> whatTheProgramDoesDifferentlyIsTheProgram() {
    return each("program", CompareCorpusTest::neighboursDifferAsTheCommentsSay);
  }

  @TestFactory
  Stream<DynamicTest> anotherBranchIsNotTakenForNoise() {
    return each("branches", CompareCorpusTest::eachFunctionGoesAnotherWay);
  }

  @TestFactory
  Stream<DynamicTest> equalProgramsAreEqualEverywhere() {
    return each("equal", CompareCorpusTest::nothingDiffers);
  }

  @Test
  void theCorpusIsLargeEnough() {
    assertThat(marked("known")).hasSizeGreaterThanOrEqualTo(30);
    assertThat(marked("program").stream().filter(CompareCorpusTest::goesAnotherWay))
        .hasSizeGreaterThanOrEqualTo(10);
    assertThat(TestProgram.scripts(CORPUS.resolve("equal"))).hasSizeGreaterThanOrEqualTo(5);
  }

  private static List<TestProgram> marked(String directory) {
    return TestProgram.scripts(CORPUS.resolve(directory)).stream()
        .filter(program -> !Mark.of(program).isEmpty())
        .toList();
  }

  private static boolean goesAnotherWay(TestProgram program) {
    return Mark.of(program).stream().anyMatch(Mark::isProgram);
  }

  private interface Check {
    void of(TestProgram program, ComparedRuns runs) throws IOException;
  }

  private static Stream<DynamicTest> each(String directory, Check check) {
    return TestProgram.scripts(CORPUS.resolve(directory)).stream()
        .map(
            program ->
                DynamicTest.dynamicTest(
                    program.name(),
                    () -> {
                      try (ComparedRuns runs = ComparedRuns.of(program)) {
                        Assumptions.assumeTrue(
                            runs.executions().size() > 1,
                            "two interpreters are compared that can run it, and too few are found");
                        check.of(program, runs);
                      }
                    }));
  }

  private interface PairCheck {
    void of(PythonVersion older, PythonVersion younger) throws IOException;
  }

  /** Each release with each of the later ones. */
  private static void eachPair(ComparedRuns runs, PairCheck check) throws IOException {
    for (PythonVersion older : runs.executions().keySet()) {
      for (PythonVersion younger : runs.executions().tailMap(older, false).keySet()) {
        check.of(older, younger);
      }
    }
  }

  private static void eachPairOfNeighbours(ComparedRuns runs, PairCheck check) throws IOException {
    eachPair(
        runs,
        (older, younger) -> {
          if (younger.minor() == older.minor() + 1) {
            check.of(older, younger);
          }
        });
  }

  private static void neighboursDifferAsTheCommentsSay(TestProgram program, ComparedRuns runs)
      throws IOException {
    List<Mark> marks = Mark.of(program);
    eachPairOfNeighbours(
        runs,
        (older, younger) -> {
          List<Mark> allowed = marks.stream().filter(mark -> mark.isOf(older, younger)).toList();
          List<Mark> wanted = new ArrayList<>();
          for (Mark mark : allowed) {
            if (!mark.perhaps() || runs.areReportedOtherwise(mark.line(), older, younger)) {
              wanted.add(mark);
            }
          }
          List<DifferenceGroup> found = groups(runs, older, younger);
          String pair = program.name() + ": " + older + "/" + younger;
          assertThat(wanted)
              .as("%s: found %s", pair, found)
              .allMatch(mark -> found.stream().anyMatch(mark::names));
          assertThat(found)
              .as("%s: allowed %s", pair, allowed)
              .allMatch(group -> allowed.stream().anyMatch(mark -> allows(mark, group)));
        });
  }

  private static void allDifferencesAreOfTheInterpreters(TestProgram program, ComparedRuns runs)
      throws IOException {
    eachPair(
        runs,
        (older, younger) ->
            assertThat(groups(runs, older, younger))
                .as("%s: %s/%s", program.name(), older, younger)
                .allMatch(group -> group.cause().category().isOfInterpreters()));
  }

  private static void eachFunctionGoesAnotherWay(TestProgram program, ComparedRuns runs)
      throws IOException {
    Set<String> functions =
        Pattern.compile("(?m)^def (other_\\w+)")
            .matcher(TestProgram.text(Path.of(program.target())))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(functions).isNotEmpty();
    eachPairOfNeighbours(
        runs,
        (older, younger) ->
            assertThat(groups(runs, older, younger))
                .as("%s: %s/%s", program.name(), older, younger)
                .filteredOn(group -> group.cause().category() == Category.PROGRAM)
                .extracting(group -> group.function().qualname().split("\\.")[0])
                .containsAll(functions));
  }

  private static boolean allows(Mark mark, DifferenceGroup group) {
    return mark.names(group) || mark.isProgram() && group.cause().category() == Category.PROGRAM;
  }

  private static void nothingDiffers(TestProgram program, ComparedRuns runs) {
    PythonVersion oldest = runs.executions().firstKey();
    for (PythonVersion version : runs.executions().keySet()) {
      assertThat(groups(runs, oldest, version))
          .as("%s: %s/%s", program.name(), oldest, version)
          .isEmpty();
    }
  }

  private static List<DifferenceGroup> groups(
      ComparedRuns runs, PythonVersion left, PythonVersion right) {
    TreeMap<PythonVersion, Execution> executions = runs.executions();
    return new Comparer(CAUSES).compare(executions.get(left), executions.get(right)).groups();
  }
}
