package dev.leadline.check.plan;

import dev.leadline.batch.RunResult;
import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.plan.CheckResult.CaseResult;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import dev.leadline.check.plan.PlannedRun.Planned;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges runs one after the other, on a thread of its own, while others are still at work. */
final class Judge implements AutoCloseable {

  private final ExecutorService bench = Executors.newSingleThreadExecutor(Judge::thread);
  private final Path directory;
  private final List<Future<?>> given = new ArrayList<>();
  private final List<Judgement> alone = new ArrayList<>();
  private final List<SuiteResult> suites = new ArrayList<>();

  /** One that tells places from that directory. */
  Judge(Path directory) {
    this.directory = directory;
  }

  /** Takes a run that has ended on all its interpreters. */
  synchronized void take(RunInProgress run) {
    given.add(
        bench.submit(
            () -> {
              judge(run);
              return run;
            }));
  }

  private void judge(RunInProgress run) throws IOException {
    Judgement judgement = new Judgement(run, directory);
    judgement.judge(false);
    if (judgement.hasAlone()) {
      alone.add(judgement);
    } else {
      suites.addAll(judgement.suites());
      run.close();
    }
  }

  /** Judges what is judged alone, too; what came of all, in the order of the plan. */
  List<SuiteResult> suites() throws IOException {
    awaitAll();
    for (Judgement judgement : alone) {
      judgement.judge(true);
      suites.addAll(judgement.suites());
    }
    // those of one run stay in the order of its interpreters
    return suites.stream().sorted(Comparator.comparingInt(SuiteResult::index)).toList();
  }

  private synchronized void awaitAll() throws IOException {
    try {
      for (Future<?> one : given) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while runs were judged");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a run could not be judged", e.getCause());
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "leadline-judge");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    bench.shutdownNow();
  }

  /** What comes of one planned run, once it has ended on all its interpreters. */
  private static final class Judgement {

    private final RunInProgress ended;
    private final Path directory;
    private final Map<Integer, Shown> shown = new TreeMap<>();
    private final Map<Integer, String> unknown = new TreeMap<>();

    /** By interpreter and expectation. */
    private final Verdict[][] verdicts;

    /** Of that run; places are relative to the directory if they are below it. */
    Judgement(RunInProgress ended, Path directory) {
      this.ended = ended;
      this.directory = directory;
      int pythons = ended.pythons().size();
      this.verdicts = new Verdict[pythons][ended.expectations().size()];
      for (int python = 0; python < pythons; python++) {
        Optional<String> why = ended.unknown(python);
        if (why.isEmpty()) {
          take(python, ended.shown(python));
        } else {
          unknown.put(python, why.get());
        }
      }
    }

    private void take(int python, Shown one) {
      ended
          .unseen(one)
          .ifPresentOrElse(why -> unknown.put(python, why), () -> shown.put(python, one));
    }

    /** Whether some of it is judged when no other run is at work. */
    boolean hasAlone() {
      return ended.expectations().stream().anyMatch(Expectation::isJudgedAlone);
    }

    /** Judges what is judged alone, or all the rest. */
    void judge(boolean alone) {
      for (int i = 0; i < ended.expectations().size(); i++) {
        Expectation expectation = ended.expectations().get(i);
        if (expectation.isJudgedAlone() == alone) {
          judge(i, expectation);
        }
      }
    }

    private void judge(int index, Expectation expectation) {
      List<Integer> pythons = List.copyOf(shown.keySet());
      List<Verdict> judged = judged(expectation);
      for (int python = 0; python < verdicts.length; python++) {
        int place = pythons.indexOf(python);
        verdicts[python][index] =
            place < 0 ? Verdict.unknown(unknown.get(python)) : judged.get(place);
      }
    }

    private List<Verdict> judged(Expectation expectation) {
      List<Shown> all = List.copyOf(shown.values());
      if (all.isEmpty()) {
        return List.of();
      }
      try {
        return expectation.judge(all);
      } catch (IOException e) {
        Verdict unknown = Verdict.unknown(e.getMessage() == null ? e.toString() : e.getMessage());
        return all.stream().map(one -> unknown).toList();
      }
    }

    /**
     * A verdict whose place is relative to where the check runs instead of where the program does.
     */
    private Verdict shown(Verdict verdict) {
      Path program = ended.run().spec().directory();
      return verdict.with(
          verdict.detail(), verdict.spot().map(spot -> spot.from(program).relativeTo(directory)));
    }

    /** What came of it on each interpreter, once all is judged. */
    List<SuiteResult> suites() {
      List<SuiteResult> suites = new ArrayList<>();
      for (int python = 0; python < verdicts.length; python++) {
        List<CaseResult> cases = new ArrayList<>();
        for (int i = 0; i < verdicts[python].length; i++) {
          Planned planned = ended.run().expectations().get(i);
          cases.add(
              new CaseResult(
                  planned.expectation().title(), planned.place(), shown(verdicts[python][i])));
        }
        Duration took = ended.result(python).map(RunResult::took).orElse(Duration.ZERO);
        suites.add(
            new SuiteResult(
                ended.index(),
                ended.run().name(),
                ended.pythons().get(python).name(),
                took,
                cases));
      }
      return suites;
    }
  }
}
