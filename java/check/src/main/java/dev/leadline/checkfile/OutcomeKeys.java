package dev.leadline.checkfile;

import dev.leadline.expect.Coverage;
import dev.leadline.expect.ExitsWith;
import dev.leadline.expect.Raises;
import dev.leadline.expect.RaisesNothing;
import dev.leadline.expect.StdoutIs;
import dev.leadline.filter.Glob;
import dev.leadline.golden.Golden;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is expected of how a program ends, and of what it leaves. */
final class OutcomeKeys {

  private static final int LOWEST = -255;
  private static final int HIGHEST = 255;

  private static final Key<Glob> EXCEPTION =
      new Key<>("exception", Texts.GLOB, "Glob: type of the exception.");
  private static final Key<Glob> IN =
      new Key<>("in", Texts.FUNCTION, "Glob: the function in which it is raised.");
  private static final Key<Boolean> UNCAUGHT =
      new Key<>("uncaught", Single.FLAG, "Whether it ends the program with a traceback.");

  private static final Shape<Wanted> RAISED =
      Texts.GLOB
          .toAt((type, spot) -> raises(type, Optional.empty(), false, spot))
          .or(
              Table.of(EXCEPTION, IN, UNCAUGHT)
                  .needing(Needs.all("exception"))
                  .toAt(OutcomeKeys::raises));

  static final Key<List<Wanted>> RAISES =
      new Key<>(
          "raises",
          Single.word("none")
              .toAt((none, spot) -> Wanted.of(spot, new RaisesNothing()))
              .or(RAISED.orSeveral()),
          "Exceptions that are seen, caught or not; or none.");

  static final Key<List<Wanted>> EXIT =
      new Key<>(
          "exit",
          Single.word("any")
              .to(any -> List.<Wanted>of())
              .or(
                  Amounts.whole(LOWEST, HIGHEST)
                      .toAt((status, spot) -> Wanted.of(spot, new ExitsWith(status.intValue())))),
          "The exit status, or any. Default: 0, or 1 where raises has uncaught: true.");

  static final Key<List<Wanted>> STDOUT =
      new Key<>(
          "stdout",
          Texts.PATH.toAt((path, spot) -> later(spot, around -> new StdoutIs(around.output(path)))),
          "File that holds what the program writes to stdout.");

  static final Key<List<Wanted>> GOLDEN =
      new Key<>(
          "golden",
          Texts.PATH.toAt(
              (path, spot) ->
                  later(spot, around -> new Golden(around.golden(path), around.update()))),
          "File that holds the golden trace.");

  private static final Key<List<Wanted>> OVERALL =
      new Key<>(
          "overall",
          Amounts.PERCENT.toAt(
              (percent, spot) -> Wanted.of(spot, new Coverage(Optional.empty(), percent))),
          "Percent of the statements of all files that must run.");

  private static final Key<List<Wanted>> FILES =
      new Key<>(
          "files",
          new Keyed<>(Texts.GLOB, Amounts.PERCENT.toAt(Values.At::new), 1)
              .to(pairs -> pairs.stream().flatMap(OutcomeKeys::coverage).toList()),
          "Percent of the statements that must run, by glob of files.");

  static final Key<List<Wanted>> COVERAGE =
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

  private static Wanted raises(Values values, Spot spot) {
    return raises(
        values.get(EXCEPTION).orElseThrow(),
        values.get(IN),
        values.get(UNCAUGHT).orElse(false),
        spot);
  }

  private static Wanted raises(Glob type, Optional<Glob> in, boolean uncaught, Spot spot) {
    return new Wanted(spot, around -> new Raises(type, in, uncaught), uncaught);
  }

  private static Stream<Wanted> coverage(Keyed.Pair<Glob, Values.At<Double>> pair) {
    Coverage coverage = new Coverage(Optional.of(pair.key()), pair.value().value());
    return Wanted.of(pair.value().spot(), coverage).stream();
  }

  private static List<Wanted> later(Spot spot, Wanted.Maker maker) {
    return List.of(new Wanted(spot, maker, false));
  }
}
