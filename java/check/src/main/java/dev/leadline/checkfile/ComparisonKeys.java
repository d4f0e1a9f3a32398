package dev.leadline.checkfile;

import dev.leadline.check.PlannedRun;
import dev.leadline.compare.Allowance;
import dev.leadline.compare.Cause;
import dev.leadline.expect.FasterThan;
import dev.leadline.expect.SameAcross;
import dev.leadline.filter.FunctionGlobs;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is expected of runs beside each other. */
final class ComparisonKeys {

  private static final Set<Cause.Category> USUAL =
      EnumSet.of(Cause.Category.UNSTABLE, Cause.Category.RUNTIME, Cause.Category.COMPILER);
  private static final double PERCENT = 100;
  private static final int REPETITIONS = 5;
  private static final double MARGIN = 10;

  private static final Shape<Cause.Category> CATEGORY =
      Single.word(
              Arrays.stream(Cause.Category.values())
                  .map(category -> category.name().toLowerCase(Locale.ROOT))
                  .toArray(String[]::new))
          .to(word -> Cause.Category.valueOf(word.toUpperCase(Locale.ROOT)));

  private static final Key<List<Cause.Category>> ALLOW =
      new Key<>(
          "allow",
          CATEGORY.orSeveral(),
          "Differences that are let pass besides those of the interpreters and what is not"
              + " repeatable: unexplained, program.");

  private static final Key<List<String>> FUNCTIONS =
      new Key<>(
          "functions", Texts.GLOBS, "Globs: functions in which differences are let pass, too.");

  private static final Key<List<String>> CAUSES =
      new Key<>(
          "causes",
          Texts.WORD.orSeveral(),
          "Ids of causes, as compare --format json names them, whose differences are let pass, too;"
              + " of the output: stdout, stderr, exit-status.");

  private static final Key<Boolean> REPEAT =
      new Key<>(
          "repeat",
          Single.FLAG,
          "Whether interpreters that differ run once more, to tell apart what is not repeatable."
              + " Default: true.");

  static final Key<List<Wanted>> SAME_ACROSS =
      new Key<>(
          "same-across",
          Single.FLAG
              .toAt((flag, spot) -> flag ? same(new Values(), spot) : List.<Wanted>of())
              .or(
                  Table.of(ALLOW, FUNCTIONS, CAUSES, REPEAT)
                      .needing(Needs.any())
                      .toAt(ComparisonKeys::same)),
          "Whether all interpreters must do the same, but for known differences.");

  private static final Key<String> RUN =
      new Key<>("run", Texts.WORD, "Name of the run that it is compared with.");
  private static final Key<Double> RATIO =
      new Key<>("ratio", Amounts.RATIO, "The greatest part of the other's time. Default: 1.");
  private static final Key<Long> TIMES =
      new Key<>("repetitions", Amounts.whole(1, 1000), "How often each is measured. Default: 5.");
  private static final Key<Double> SLACK =
      new Key<>("margin", Amounts.PERCENT, "What noise may add, in percent. Default: 10%.");

  static final Key<List<Wanted>> FASTER_THAN =
      new Key<>(
          "faster-than",
          Table.of(RUN, RATIO, TIMES, SLACK)
              .needing(Needs.all("run"))
              .toAt((values, spot) -> new Wanted(spot, around -> faster(values, around), false))
              .orSeveral(),
          "Another run of this file that takes longer.");

  private ComparisonKeys() {}

  /** What may always be is so whatever else is allowed. */
  private static List<Wanted> same(Values values, Spot spot) {
    Set<Cause.Category> allowed = EnumSet.copyOf(USUAL);
    allowed.addAll(values.get(ALLOW).orElse(List.of()));
    FunctionGlobs functions = new FunctionGlobs(values.get(FUNCTIONS).orElse(List.of()));
    Allowance allowance =
        new Allowance(
            function -> functions.match(function.qualname()),
            Set.copyOf(values.get(CAUSES).orElse(List.of())));
    return Wanted.of(spot, new SameAcross(allowed, allowance, values.get(REPEAT).orElse(true)));
  }

  private static FasterThan faster(Values values, Around around) {
    String name = values.get(RUN).orElseThrow();
    Map<String, PlannedRun> others = around.others();
    PlannedRun other = others.get(name);
    if (other == null) {
      throw new IllegalArgumentException(
          "there is no other run '" + name + "'" + Nearest.question(name, others.keySet()));
    }
    return new FasterThan(
        name,
        python -> other.request(python, other.recording(), around.surroundings()),
        values.get(RATIO).orElse(1.0),
        values.get(TIMES).map(Long::intValue).orElse(REPETITIONS),
        values.get(SLACK).orElse(MARGIN) / PERCENT);
  }
}
