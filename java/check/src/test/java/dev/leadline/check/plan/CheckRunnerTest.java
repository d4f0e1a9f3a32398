package dev.leadline.check.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Verdict.Kind;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import dev.leadline.check.plan.PlannedRun.Planned;
import dev.leadline.check.plan.PlannedRun.Pythons;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.Surroundings;
import dev.leadline.interpreter.TestPython;
import dev.leadline.run.Program;
import dev.leadline.run.RunSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckRunnerTest {

  private static final Place SOMEWHERE = new Place("leadline.yaml", 7);

  @TempDir Path directory;

  private final List<String> judged = Collections.synchronizedList(new ArrayList<>());

  /** Counts the calls that it receives. */
  private static final class Counting implements EventSink {
    private int calls;

    @Override
    public void header(Header header) {}

    @Override
    public void event(TraceEvent event) {
      calls += event instanceof CallEvent ? 1 : 0;
    }

    @Override
    public void end(Ending ending) {}
  }

  /** Expects a number of calls, which it counts itself and reads from the execution. */
  private final class CountedCalls implements EachByItself {
    private final int expected;

    CountedCalls(int expected) {
      this.expected = expected;
    }

    @Override
    public String title() {
      return "calls received: " + expected;
    }

    @Override
    public Optional<EventSink> listener() {
      return Optional.of(new Counting());
    }

    @Override
    public Verdict judge(Shown shown) {
      int received = ((Counting) shown.listenerOf(this).orElseThrow()).calls;
      assertThat(received).isEqualTo(shown.execution().facts().activations());
      judged.add(title());
      return received == expected ? Verdict.holds() : Verdict.fails("received " + received);
    }
  }

  private static Expectation failing(String why, boolean alone, List<String> order) {
    return new EachByItself() {
      @Override
      public String title() {
        return "fails";
      }

      @Override
      public boolean isJudgedAlone() {
        return alone;
      }

      @Override
      public Verdict judge(Shown shown) throws IOException {
        order.add(why);
        throw new IOException(why);
      }
    };
  }

  private CheckResult run(List<PlannedRun> runs, Shard shard) throws IOException {
    Surroundings here = Surroundings.ofThisMachine(TestPython.environment(), directory);
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, directory);
    InterpreterChoice choice =
        new InterpreterChoice(here, probe, new InterpreterFinder(here, probe));
    return new CheckRunner(choice, directory, Map.of(), 2)
        .run(new CheckPlan("leadline.yaml", runs), shard, count -> RunWatcher.NONE);
  }

  private PlannedRun planned(
      String name, String source, Pythons pythons, Expectation... expectations) throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".py"), source);
    return new PlannedRun(
        name,
        SOMEWHERE,
        pythons,
        RunSpec.of(new Program(Program.Kind.SCRIPT, file.toString(), List.of()), directory)
            .timeout(Optional.of(Duration.ofSeconds(60)))
            .build(),
        Arrays.stream(expectations).map(one -> new Planned(one, SOMEWHERE)).toList());
  }

  private static List<Kind> kinds(SuiteResult suite) {
    return suite.cases().stream().map(one -> one.verdict().kind()).toList();
  }

  @Test
  void eachExpectationIsACaseOfEachInterpreterInTheOrderOfThePlan() throws IOException {
    Pythons twice = new Pythons(List.of("python3", "python3"), false);
    CheckResult result =
        run(
            List.of(
                planned(
                    "slow",
                    "import time\ndef f(): time.sleep(0.3)\nf()\n",
                    twice,
                    new CountedCalls(1),
                    new CountedCalls(2)),
                planned(
                    "quick", "def f(): pass\nf(); f()\n", Pythons.DEFAULT, new CountedCalls(2))),
            Shard.WHOLE);
    assertThat(result.suites())
        .extracting(SuiteResult::run)
        .containsExactly("slow", "slow", "quick");
    assertThat(result.suites())
        .extracting(CheckRunnerTest::kinds)
        .containsExactly(
            List.of(Kind.HOLDS, Kind.FAILS), List.of(Kind.HOLDS, Kind.FAILS), List.of(Kind.HOLDS));
    assertThat(result.suites().get(0).cases().get(1).verdict().message()).isEqualTo("received 1");
    assertThat(result.suites().get(0).took()).isGreaterThan(Duration.ofMillis(300));
    assertThat(result.count(Kind.FAILS)).isEqualTo(2);
  }

  @Test
  void whereThereIsNoInterpreterNothingIsKnownAndTheOthersAreJudged() throws IOException {
    Pythons pythons = new Pythons(List.of("no-such-python", "python3"), false);
    CheckResult result =
        run(List.of(planned("app", "pass\n", pythons, new CountedCalls(0))), Shard.WHOLE);
    assertThat(result.suites().get(0).python()).isEqualTo("no-such-python");
    Verdict unknown = result.suites().get(0).cases().get(0).verdict();
    assertThat(unknown.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(unknown.message()).contains("no command no-such-python on PATH");
    assertThat(kinds(result.suites().get(1))).containsExactly(Kind.HOLDS);
  }

  @Test
  void onlyMissingInterpretersAreAResultToo() throws IOException {
    Pythons pythons = new Pythons(List.of("no-such-python"), false);
    CheckResult result =
        run(List.of(planned("app", "pass\n", pythons, new CountedCalls(0))), Shard.WHOLE);
    assertThat(result.count(Kind.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void whatCannotBeJudgedIsUnknownAndWhatIsJudgedAloneComesLast() throws IOException {
    CheckResult result =
        run(
            List.of(
                planned(
                    "timed",
                    "pass\n",
                    Pythons.DEFAULT,
                    failing("clock", true, judged),
                    new CountedCalls(0)),
                planned("other", "pass\n", Pythons.DEFAULT, failing("disk", false, judged))),
            Shard.WHOLE);
    assertThat(judged).endsWith("clock").contains("disk", "calls received: 0");
    assertThat(result.suites())
        .extracting(CheckRunnerTest::kinds)
        .containsExactly(List.of(Kind.UNKNOWN, Kind.HOLDS), List.of(Kind.UNKNOWN));
    assertThat(result.suites().get(0).cases().get(0).verdict().message()).isEqualTo("clock");
  }

  @Test
  void expectationsSayWhatIsRecorded() throws IOException {
    Expectation calls = new CountedCalls(0);
    Expectation withoutCalls =
        new EachByItself() {
          @Override
          public String title() {
            return "base";
          }

          @Override
          public Recording recording(Recording base) {
            return base.withModuleLevel(List.of());
          }

          @Override
          public Verdict judge(Shown shown) {
            boolean lines = shown.execution().facts().events().containsKey(EventKind.LINE);
            return lines ? Verdict.holds() : Verdict.fails("no lines");
          }
        };
    CheckResult result =
        run(
            List.of(
                planned("app", "x = 1\n", Pythons.DEFAULT, withoutCalls),
                planned("plain", "x = 1\n", Pythons.DEFAULT, calls)),
            Shard.WHOLE);
    assertThat(result.count(Kind.HOLDS)).isEqualTo(2);
  }

  @Test
  void shardsAreThePlanTogether() throws IOException {
    List<PlannedRun> runs = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      runs.add(planned(name, "pass\n", Pythons.DEFAULT, new CountedCalls(0)));
    }
    List<String> names =
        IntStream.rangeClosed(1, 2)
            .mapToObj(number -> new Shard(number, 2))
            .flatMap(shard -> names(runs, shard).stream())
            .toList();
    assertThat(names).containsExactly("a", "c", "b");
  }

  private List<String> names(List<PlannedRun> runs, Shard shard) {
    try {
      return run(runs, shard).suites().stream().map(SuiteResult::run).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
