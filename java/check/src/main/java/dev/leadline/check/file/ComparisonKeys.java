package dev.leadline.check.file;

import dev.leadline.check.expect.across.FasterThan;
import dev.leadline.check.expect.across.SameAcross;
import dev.leadline.check.file.shape.Amounts;
import dev.leadline.check.file.shape.Cursor;
import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.Nearest;
import dev.leadline.check.file.shape.Needs;
import dev.leadline.check.file.shape.ScalarShape;
import dev.leadline.check.file.shape.Shape;
import dev.leadline.check.file.shape.Table;
import dev.leadline.check.file.shape.TextShapes;
import dev.leadline.check.file.shape.Values;
import dev.leadline.check.plan.PlannedRun;
import dev.leadline.compare.Cause;
import dev.leadline.compare.Comparison.Allowance;
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
      ScalarShape.word(
              Arrays.stream(Cause.Category.values())
                  .map(category -> category.name().toLowerCase(Locale.ROOT))
                  .toArray(String[]::new))
          .to(word -> Cause.Category.valueOf(word.toUpperCase(Locale.ROOT)));

  private static final Key<List<Cause.Category>> ALLOW =
      new Key<>(
          "allow",
          CATEGORY.orSeveral(),
          "Differences that are accepted besides those of the interpreters and what is not"
              + " repeatable: unexplained, program.");

  private static final Key<List<String>> FUNCTIONS =
      new Key<>(
          "functions", TextShapes.GLOBS, "Globs: functions whose differences are accepted, too.");

  private static final Key<List<String>> CAUSES =
      new Key<>(
          "causes",
          TextShapes.WORD.orSeveral(),
          "Ids of causes, as compare --format json names them, whose differences are accepted, too;"
              + " of the output: stdout, stderr, exit-status.");

  private static final Key<Boolean> REPEAT =
      new Key<>(
          "repeat",
          ScalarShape.FLAG,
          "Whether interpreters that differ run once more, to find what is not repeatable."
              + " Default: true.");

  static final Key<List<ExpectationSpec>> SAME_ACROSS =
      new Key<>(
          "same-across",
          ScalarShape.FLAG
              .toAt(
                  (flag, cursor) -> flag ? same(new Values(), cursor) : List.<ExpectationSpec>of())
              .or(
                  Table.of(ALLOW, FUNCTIONS, CAUSES, REPEAT)
                      .needing(Needs.any())
                      .toAt(ComparisonKeys::same)),
          "Whether all interpreters must do the same, except for known differences.");

  private static final Key<String> RUN =
      new Key<>("run", TextShapes.WORD, "Name of the other run.");
  private static final Key<Double> RATIO =
      new Key<>(
          "ratio", Amounts.RATIO, "Upper bound of the time, as a part of the other's. Default: 1.");
  private static final Key<Long> TIMES =
      new Key<>(
          "repetitions", Amounts.whole(1, 1000), "Number of measurements of each. Default: 5.");
  private static final Key<Double> SLACK =
      new Key<>("margin", Amounts.PERCENT, "Tolerance for noise, in percent. Default: 10%.");

  static final Key<List<ExpectationSpec>> FASTER_THAN =
      new Key<>(
          "faster-than",
          Table.of(RUN, RATIO, TIMES, SLACK)
              .needing(Needs.all("run"))
              .toAt(
                  (values, cursor) ->
                      new ExpectationSpec(cursor, context -> faster(values, context), false))
              .orSeveral(),
          "Another run of this file that takes longer.");

  private ComparisonKeys() {}

  /** What may always be is so whatever else is allowed. */
  private static List<ExpectationSpec> same(Values values, Cursor cursor) {
    Set<Cause.Category> allowed = EnumSet.copyOf(USUAL);
    allowed.addAll(values.get(ALLOW).orElse(List.of()));
    FunctionGlobs functions = new FunctionGlobs(values.get(FUNCTIONS).orElse(List.of()));
    Allowance allowance =
        new Allowance(
            function -> functions.match(function.qualname()),
            Set.copyOf(values.get(CAUSES).orElse(List.of())));
    return ExpectationSpec.of(
        cursor, new SameAcross(allowed, allowance, values.get(REPEAT).orElse(true)));
  }

  private static FasterThan faster(Values values, Context context) {
    String name = values.get(RUN).orElseThrow();
    Map<String, PlannedRun> others = context.others();
    PlannedRun other = others.get(name);
    if (other == null) {
      throw new IllegalArgumentException(
          "there is no other run '" + name + "'" + Nearest.question(name, others.keySet()));
    }
    return new FasterThan(
        name,
        other.in(context.surroundings()),
        values.get(RATIO).orElse(1.0),
        values.get(TIMES).map(Long::intValue).orElse(REPETITIONS),
        values.get(SLACK).orElse(MARGIN) / PERCENT);
  }
}
