package dev.leadline.check.results;

import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.plan.CheckResult.CaseResult;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What all forms of results say in the same words. */
final class ResultWords {

  private static final int NANO_DIGITS = 9;

  /** From here on a number has a comma. */
  private static final int LONG_NUMBER = 1000;

  private ResultWords() {}

  /** {@code shop on 3.12.1} */
  static String name(SuiteResult suite) {
    return suite.run() + " on " + suite.python();
  }

  /** What went wrong, in one clause. */
  static String message(CaseResult one) {
    return one.verdict().message().isEmpty() ? one.title() : one.verdict().message();
  }

  /**
   * What is reported of a run: all that does not hold, in its order. Where several are unknown for
   * the same reason, as with an interpreter that is not there, the first stands for all of them.
   */
  static List<CaseResult> reported(SuiteResult suite) {
    List<CaseResult> reported = new ArrayList<>();
    Map<Verdict, Long> unknown =
        suite.cases().stream()
            .filter(one -> one.verdict().kind() == Verdict.Kind.UNKNOWN)
            .collect(Collectors.groupingBy(CaseResult::verdict, Collectors.counting()));
    for (CaseResult one : suite.cases()) {
      switch (one.verdict().kind()) {
        case HOLDS -> {}
        case FAILS -> reported.add(one);
        case UNKNOWN ->
            Optional.ofNullable(unknown.remove(one.verdict()))
                .ifPresent(alike -> reported.add(standingFor(alike, one)));
      }
    }
    return reported;
  }

  private static CaseResult standingFor(long alike, CaseResult first) {
    return alike == 1
        ? first
        : new CaseResult(
            first.title() + ", and " + number(alike - 1) + " more", first.place(), first.verdict());
  }

  /** The lines around the fault, and the places to look at. */
  static List<String> lines(CaseResult one) {
    return lines(one, one.verdict().detail());
  }

  /** The same with other lines around the fault. */
  static List<String> lines(CaseResult one, List<String> detail) {
    List<String> lines = new ArrayList<>(detail);
    one.verdict().spot().map(Place::toString).map(spot -> "see " + spot).ifPresent(lines::add);
    lines.add("expected in " + one.place());
    return lines;
  }

  /** The word for a verdict in files for machines. */
  static String word(Verdict.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Seconds, with a number of decimals. */
  static String seconds(long nanos, int decimals) {
    return BigDecimal.valueOf(nanos, NANO_DIGITS)
        .setScale(decimals, RoundingMode.HALF_UP)
        .toPlainString();
  }

  static long count(SuiteResult suite, Verdict.Kind kind) {
    return suite.cases().stream().filter(one -> one.verdict().kind() == kind).count();
  }

  /** {@code 1 run}, {@code 1,000 runs}. */
  static String counted(long count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 1,000}. A formatter is not begun with for less: the first one takes 50 milliseconds. */
  static String number(long count) {
    return count < LONG_NUMBER ? Long.toString(count) : String.format(Locale.ROOT, "%,d", count);
  }
}
