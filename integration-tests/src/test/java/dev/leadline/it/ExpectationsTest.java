package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.file.CheckFile;
import dev.leadline.check.file.CheckFileException;
import dev.leadline.check.plan.CheckPlan;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import dev.leadline.check.plan.CheckRunner;
import dev.leadline.check.plan.PlannedRun;
import dev.leadline.check.plan.PlannedRun.Pythons;
import dev.leadline.check.plan.Shard;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of expectation, of a program with a child, on every interpreter. */
class ExpectationsTest {

  private static final Path DIRECTORY = Repository.TESTS.resolve("check");

  /** With one interpreter alone, there is nothing to compare it with. */
  private static final String SAME_ACROSS = "same across interpreters";

  @Test
  void whatTheProgramDoesHolds() throws IOException, CheckFileException {
    List<SuiteResult> suites = suites("holds.yaml");

    assertThat(suites).hasSameSizeAs(Interpreters.all());
    assertThat(suites)
        .flatExtracting(SuiteResult::cases)
        .allSatisfy(
            one ->
                assertThat(one.verdict().kind())
                    .as(one.title() + ": " + one.verdict())
                    .isEqualTo(
                        one.title().equals(SAME_ACROSS) && suites.size() == 1
                            ? Verdict.Kind.UNKNOWN
                            : Verdict.Kind.HOLDS));
  }

  @Test
  void whatTheProgramDoesNotDoFailsWithItsPlace() throws IOException, CheckFileException {
    List<SuiteResult> suites = suites("fails.yaml");

    assertThat(suites).hasSameSizeAs(Interpreters.all());
    assertThat(suites)
        .flatExtracting(SuiteResult::cases)
        .allSatisfy(
            one -> {
              assertThat(one.verdict().kind())
                  .as(one.title() + ": " + one.verdict())
                  .isEqualTo(Verdict.Kind.FAILS);
              assertThat(one.verdict().message()).contains("expected");
              assertThat(one.verdict().spot().map(Place::file).stream().toList())
                  .isSubsetOf("shop.py");
            });
  }

  private static List<SuiteResult> suites(String name) throws IOException, CheckFileException {
    CheckPlan plan = CheckFile.load(Path.of(name), DIRECTORY, false, Map.of());
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, DIRECTORY);
    Surroundings here = Surroundings.ofThisMachine(System.getenv(), DIRECTORY);
    InterpreterChoice choice =
        new InterpreterChoice(here, probe, new InterpreterFinder(here, probe));
    List<PlannedRun> runs = plan.runs().stream().map(ExpectationsTest::everywhere).toList();
    return new CheckRunner(choice, DIRECTORY, Map.of(), 2)
        .run(new CheckPlan(plan.file(), runs), Shard.WHOLE, count -> RunWatcher.NONE)
        .suites();
  }

  private static PlannedRun everywhere(PlannedRun run) {
    Stream<String> pythons =
        Interpreters.all().stream().map(python -> python.executable().toString());
    return run.on(new Pythons(pythons.toList(), false));
  }
}
