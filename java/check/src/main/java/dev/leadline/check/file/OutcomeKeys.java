package dev.leadline.check.file;

import dev.leadline.check.expect.coverage.Coverage;
import dev.leadline.check.expect.outcome.ExitsWith;
import dev.leadline.check.expect.outcome.Raises;
import dev.leadline.check.expect.outcome.RaisesNothing;
import dev.leadline.check.expect.outcome.StdoutIs;
import dev.leadline.check.file.shape.Amounts;
import dev.leadline.check.file.shape.Cursor;
import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.MapShape;
import dev.leadline.check.file.shape.Needs;
import dev.leadline.check.file.shape.ScalarShape;
import dev.leadline.check.file.shape.Shape;
import dev.leadline.check.file.shape.Table;
import dev.leadline.check.file.shape.TextShapes;
import dev.leadline.check.file.shape.Values;
import dev.leadline.check.golden.Golden;
import dev.leadline.filter.Glob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is expected of how a program ends, and of what it leaves. */
final class OutcomeKeys {

  private static final int LOWEST = -255;
  private static final int HIGHEST = 255;

  private static final Key<Glob> EXCEPTION =
      new Key<>("exception", TextShapes.GLOB, "Glob: type of the exception.");
  private static final Key<Glob> IN =
      new Key<>("in", TextShapes.FUNCTION, "Glob: the function in which it is raised.");
  private static final Key<Boolean> UNCAUGHT =
      new Key<>("uncaught", ScalarShape.FLAG, "Whether it ends the program with a traceback.");

  private static final Shape<ExpectationSpec> RAISED =
      TextShapes.GLOB
          .toAt((type, cursor) -> raises(type, Optional.empty(), false, cursor))
          .or(
              Table.of(EXCEPTION, IN, UNCAUGHT)
                  .needing(Needs.all("exception"))
                  .toAt(OutcomeKeys::raises));

  static final Key<List<ExpectationSpec>> RAISES =
      new Key<>(
          "raises",
          ScalarShape.word("none")
              .toAt((none, cursor) -> ExpectationSpec.of(cursor, new RaisesNothing()))
              .or(RAISED.orSeveral()),
          "Exceptions that are seen, caught or not; or none.");

  static final Key<List<ExpectationSpec>> EXIT =
      new Key<>(
          "exit",
          ScalarShape.word("any")
              .to(any -> List.<ExpectationSpec>of())
              .or(
                  Amounts.whole(LOWEST, HIGHEST)
                      .toAt(
                          (status, cursor) ->
                              ExpectationSpec.of(cursor, new ExitsWith(status.intValue())))),
          "The exit status, or any. Default: 0, or 1 where raises has uncaught: true.");

  static final Key<List<ExpectationSpec>> STDOUT =
      new Key<>(
          "stdout",
          TextShapes.PATH.toAt(
              (path, cursor) -> later(cursor, context -> new StdoutIs(context.output(path)))),
          "File that holds what the program writes to stdout.");

  static final Key<List<ExpectationSpec>> GOLDEN =
      new Key<>(
          "golden",
          TextShapes.PATH.toAt(
              (path, cursor) ->
                  later(cursor, context -> new Golden(context.golden(path), context.update()))),
          "File that holds the golden trace.");

  private static final Key<List<ExpectationSpec>> OVERALL =
      new Key<>(
          "overall",
          Amounts.PERCENT.toAt(
              (percent, cursor) ->
                  ExpectationSpec.of(cursor, new Coverage(Optional.empty(), percent))),
          "Percent of the statements of all files that must run.");

  private static final Key<List<ExpectationSpec>> FILES =
      new Key<>(
          "files",
          new MapShape<>(TextShapes.GLOB, Amounts.PERCENT.toAt(Values.At::new), 1)
              .to(pairs -> pairs.stream().flatMap(OutcomeKeys::coverage).toList()),
          "Percent of the statements that must run, by glob of files.");

  static final Key<List<ExpectationSpec>> COVERAGE =
      new Key<>(
          "coverage",
          OVERALL
              .shape()
              .or(
                  Table.of(OVERALL, FILES)
                      .needing(Needs.any())
                      .to(
                          values ->
                              Stream.of(OVERALL, FILES)
                                  .map(values::get)
                                  .flatMap(Optional::stream)
                                  .flatMap(List::stream)
                                  .toList())),
          "Percent of the statements that must run: overall, and by file.");

  private OutcomeKeys() {}

  private static ExpectationSpec raises(Values values, Cursor cursor) {
    return raises(
        values.get(EXCEPTION).orElseThrow(),
        values.get(IN),
        values.get(UNCAUGHT).orElse(false),
        cursor);
  }

  private static ExpectationSpec raises(
      Glob type, Optional<Glob> in, boolean uncaught, Cursor cursor) {
    return new ExpectationSpec(cursor, context -> new Raises(type, in, uncaught), uncaught);
  }

  private static Stream<ExpectationSpec> coverage(MapShape.Pair<Glob, Values.At<Double>> pair) {
    Coverage coverage = new Coverage(Optional.of(pair.key()), pair.value().value());
    return ExpectationSpec.of(pair.value().cursor(), coverage).stream();
  }

  private static List<ExpectationSpec> later(Cursor cursor, ExpectationSpec.Maker maker) {
    return List.of(new ExpectationSpec(cursor, maker, false));
  }
}
