package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.causes.KnownCauses;
import dev.leadline.causes.ScriptFacts;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.execution.Execution;
import dev.leadline.it.Interpreters.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What interpreters do differently with the programs in compare/, and the causes given for it. */
class CompareCorpusTest {

  private static final Path CORPUS = Repository.TESTS.resolve("compare");
  private static final KnownCauses CAUSES = new KnownCauses(new ScriptFacts(Interpreters.newest()));

  @TestFactory
  Stream<DynamicTest> knownDifferencesHaveTheirCauses() {
    return each(
        "known",
        (program, runs) -> {
          neighboursDifferAsTheCommentsSay(program, runs);
          allPairsDifferByTheCatalogueAlone(program, runs);
        });
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
    void of(TestProgram program, TreeMap<Version, Execution> runs) throws IOException;
  }

  private static Stream<DynamicTest> each(String directory, Check check) {
    return TestProgram.scripts(CORPUS.resolve(directory)).stream()
        .map(
            program ->
                DynamicTest.dynamicTest(
                    program.name(),
                    () -> {
                      try (ComparedRuns runs = ComparedRuns.of(program)) {
                        check.of(program, runs.executions());
                      }
                    }));
  }

  private static void neighboursDifferAsTheCommentsSay(
      TestProgram program, TreeMap<Version, Execution> runs) {
    List<Mark> marks = Mark.of(program);
    for (Map.Entry<Version, Execution> older : runs.entrySet()) {
      Map.Entry<Version, Execution> younger = runs.higherEntry(older.getKey());
      if (younger != null && areNeighbours(older.getKey(), younger.getKey())) {
        List<Mark> wanted =
            marks.stream().filter(mark -> mark.isOf(older.getKey(), younger.getKey())).toList();
        List<DifferenceGroup> found = groups(older.getValue(), younger.getValue());
        String pair = program.name() + ": " + older.getKey() + "/" + younger.getKey();
        assertThat(wanted.stream().filter(mark -> !mark.perhaps()))
            .as("%s: found %s", pair, found)
            .allMatch(mark -> found.stream().anyMatch(mark::names));
        assertThat(found)
            .as("%s: wanted %s", pair, wanted)
            .allMatch(group -> wanted.stream().anyMatch(mark -> allows(mark, group)));
      }
    }
  }

  private static void allPairsDifferByTheCatalogueAlone(
      TestProgram program, TreeMap<Version, Execution> runs) {
    runs.forEach(
        (older, left) ->
            runs.tailMap(older, false)
                .forEach(
                    (younger, right) ->
                        assertThat(groups(left, right))
                            .as("%s: %s/%s", program.name(), older, younger)
                            .allMatch(group -> group.cause().category() == Category.CATALOGUE)));
  }

  private static void eachFunctionGoesAnotherWay(
      TestProgram program, TreeMap<Version, Execution> runs) {
    Set<String> functions =
        Pattern.compile("(?m)^def (other_\\w+)")
            .matcher(TestProgram.text(Path.of(program.target())))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(functions).isNotEmpty();
    for (Map.Entry<Version, Execution> older : runs.entrySet()) {
      Map.Entry<Version, Execution> younger = runs.higherEntry(older.getKey());
      if (younger != null && areNeighbours(older.getKey(), younger.getKey())) {
        assertThat(groups(older.getValue(), younger.getValue()))
            .as("%s: %s/%s", program.name(), older.getKey(), younger.getKey())
            .filteredOn(group -> group.cause().category() == Category.PROGRAM)
            .extracting(group -> group.function().qualname().split("\\.")[0])
            .containsAll(functions);
      }
    }
  }

  private static boolean allows(Mark mark, DifferenceGroup group) {
    return mark.names(group) || mark.isProgram() && group.cause().category() == Category.PROGRAM;
  }

  private static boolean areNeighbours(Version older, Version younger) {
    return younger.minor() == older.minor() + 1;
  }

  private static void nothingDiffers(TestProgram program, TreeMap<Version, Execution> runs) {
    Execution oldest = runs.firstEntry().getValue();
    runs.forEach(
        (version, execution) ->
            assertThat(groups(oldest, execution))
                .as("%s: %s/%s", program.name(), runs.firstKey(), version)
                .isEmpty());
  }

  private static List<DifferenceGroup> groups(Execution left, Execution right) {
    return new Comparer(CAUSES).compare(left, right).groups();
  }
}
