package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.golden.Golden;
import dev.leadline.check.plan.CheckPlan;
import dev.leadline.check.plan.CheckResult.CaseResult;
import dev.leadline.check.plan.CheckRunner;
import dev.leadline.check.plan.PlannedRun;
import dev.leadline.check.plan.PlannedRun.Planned;
import dev.leadline.check.plan.PlannedRun.Pythons;
import dev.leadline.check.plan.Shard;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.Surroundings;
import dev.leadline.run.Program;
import dev.leadline.run.RunSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Golden traces that one interpreter wrote, held against what all others do. */
class GoldenTracesTest {

  private static final Place HERE = new Place("leadline.yaml", 1);

  /** Their calls differ, not only what is reported of them. */
  private static final Set<String> DIFFERENT =
      Set.of("annotation_calls.py", "asyncio_layers.py", "multiprocessing_start.py");

  @TempDir Path directory;

  /** What the oldest interpreter wrote holds on all: the noise of releases is not in it. */
  @TestFactory
  Stream<DynamicTest> whatTheOldestWroteHoldsOnAll() {
    return Stream.of("programs", "programs/children", "compare/equal", "compare/known")
        .flatMap(name -> TestProgram.scripts(Repository.TESTS.resolve(name)).stream())
        .filter(program -> !DIFFERENT.contains(program.name()))
        .filter(program -> !isOfOneRunAlone(program))
        .filter(program -> !pythons(program).isEmpty())
        .map(program -> DynamicTest.dynamicTest(program.name(), () -> holdsOnAll(program)));
  }

  @Test
  void versionsThatDoSomethingElseHaveBlocksOfTheirOwn() throws IOException {
    TestProgram program = program("compare/known/annotation_calls.py");
    Path golden = directory.resolve("blocks.golden");
    assertThat(verdicts(program, golden, true, pythons(program)))
        .containsOnly(Verdict.holds("written"));
    assertThat(verdicts(program, golden, false, pythons(program))).containsOnly(Verdict.holds());
    List<String> lines = Files.readAllLines(golden);
    assertThat(lines.get(0)).isEqualTo("leadline golden trace 1");
    boolean both =
        Interpreters.version(pythons(program).get(0)).minor() < 14
            && Interpreters.version(Interpreters.newest()).minor() >= 14;
    assertThat(lines.contains("[]")).isEqualTo(both);
  }

  @Test
  void aProgramThatChangedDoesNotHold() throws IOException {
    Path script = directory.resolve("shop.py");
    Files.writeString(script, "def fee(): pass\ndef total():\n  fee()\n  fee()\ntotal()\n");
    TestProgram program = TestProgram.script(script);
    Path golden = directory.resolve("shop.golden");
    verdicts(program, golden, true, List.of(Interpreters.newest()));
    Files.writeString(script, "def fee(): pass\ndef total():\n  fee()\ntotal()\n");
    List<Verdict> verdicts = verdicts(program, golden, false, Interpreters.all());
    assertThat(verdicts).hasSize(Interpreters.all().size());
    assertThat(verdicts)
        .allSatisfy(
            verdict -> {
              assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAILS);
              assertThat(verdict.detail()).endsWith("-  fee x2", "+  fee");
              assertThat(verdict.spot()).hasValue(new Place("shop.py", 1));
            });
  }

  private void holdsOnAll(TestProgram program) throws IOException {
    Path golden = directory.resolve(program.name() + ".golden");
    List<Interpreter> pythons = pythons(program);
    assertThat(verdicts(program, golden, true, pythons.subList(0, 1)))
        .containsExactly(Verdict.holds("written"));
    List<Verdict> verdicts = verdicts(program, golden, false, pythons);
    assertThat(verdicts).hasSameSizeAs(pythons);
    assertThat(verdicts)
        .as(Files.readString(golden))
        .allMatch(verdict -> verdict.kind() == Verdict.Kind.HOLDS);
  }

  /** Programs of children whose processes are started in other ways since 3.14, or are ended. */
  private static boolean isOfOneRunAlone(TestProgram program) {
    return Set.of("crowd.py", "ended.py", "outlives.py", "processes.py").contains(program.name());
  }

  private static TestProgram program(String name) {
    return TestProgram.script(Repository.TESTS.resolve(name));
  }

  private static List<Interpreter> pythons(TestProgram program) {
    return Interpreters.all().stream()
        .filter(python -> program.runsOn(Interpreters.version(python)))
        .toList();
  }

  private static List<Verdict> verdicts(
      TestProgram program, Path golden, boolean update, List<Interpreter> pythons)
      throws IOException {
    RunSpec spec =
        RunSpec.of(
                new Program(Program.Kind.SCRIPT, program.target(), program.args()),
                program.directory())
            .environment(Map.of("PYTHONHASHSEED", Optional.of("0")))
            .timeout(Optional.of(Duration.ofSeconds(60)))
            .follow(true)
            .build();
    List<String> executables =
        pythons.stream().map(python -> python.executable().toString()).toList();
    PlannedRun run =
        new PlannedRun(
            program.name(),
            HERE,
            new Pythons(executables, false),
            spec,
            List.of(new Planned(new Golden(golden, update), HERE)));
    Path here = program.directory();
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, here);
    Surroundings surroundings = Surroundings.ofThisMachine(System.getenv(), here);
    InterpreterChoice choice =
        new InterpreterChoice(surroundings, probe, new InterpreterFinder(surroundings, probe));
    return new CheckRunner(choice, here, Map.of(), 2)
            .run(
                new CheckPlan("leadline.yaml", List.of(run)), Shard.WHOLE, count -> RunWatcher.NONE)
            .suites()
            .stream()
            .flatMap(suite -> suite.cases().stream())
            .map(CaseResult::verdict)
            .toList();
  }
}
