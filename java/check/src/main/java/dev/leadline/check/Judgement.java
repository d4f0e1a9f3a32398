package dev.leadline.check;

import dev.leadline.check.PlannedRun.Planned;
import dev.leadline.expect.Expectation;
import dev.leadline.expect.Shown;
import dev.leadline.expect.Verdict;
import dev.leadline.runs.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What comes of one planned run, once it has ended on all its interpreters. */
final class Judgement {

  private final RunInProgress ended;
  private final Path directory;
  private final Map<Integer, Shown> shown = new TreeMap<>();
  private final Map<Integer, String> unknown = new TreeMap<>();

  /** By interpreter and expectation. */
  private final Verdict[][] verdicts;

  /** Of that run; places are told from the directory where they are beneath it. */
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

  /** A verdict whose place is told from where the check runs instead of where the program does. */
  private Verdict shown(Verdict verdict) {
    Path program = ended.run().directory();
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
              ended.index(), ended.run().name(), ended.pythons().get(python).name(), took, cases));
    }
    return suites;
  }
}
