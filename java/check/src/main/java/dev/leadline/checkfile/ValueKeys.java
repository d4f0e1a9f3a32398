package dev.leadline.checkfile;

import dev.leadline.expect.Argument;
import dev.leadline.expect.Quantifier;
import dev.leadline.expect.Returned;
import dev.leadline.filter.Glob;
import java.util.List;
import java.util.Locale;

/** What is expected of values. */
final class ValueKeys {

  private static final Key<Glob> FUNCTION =
      new Key<>("function", Texts.FUNCTION, "Glob: the functions that are meant.");
  private static final Key<String> NAME =
      new Key<>("name", Texts.WORD, "The argument that is meant.");
  private static final Key<Glob> VALUE =
      new Key<>("value", Texts.GLOB, "Glob: the value as a trace shows it.");
  private static final Key<Quantifier> WHEN =
      new Key<>(
          "when",
          Single.word("always", "ever")
              .to(word -> Quantifier.valueOf(word.toUpperCase(Locale.ROOT))),
          "Whether each call must have it (always, the default), or one (ever).");

  static final Key<List<Wanted>> RETURNS =
      new Key<>(
          "returns",
          new Keyed<>(Texts.FUNCTION, Texts.GLOB.toAt(Values.At::new), 1)
              .to(pairs -> pairs.stream().map(ValueKeys::returned).toList())
              .or(
                  new ListOf<>(
                      Table.of(FUNCTION, VALUE, WHEN)
                          .needing(Needs.all("function", "value"))
                          .toAt(ValueKeys::returned),
                      1)),
          "What functions return: globs of values by globs of functions, or a list of mappings.");

  static final Key<List<Wanted>> ARGS =
      new Key<>(
          "args",
          Table.of(FUNCTION, NAME, VALUE, WHEN)
              .needing(Needs.all("function", "name", "value"))
              .toAt(ValueKeys::argument)
              .orSeveral(),
          "What functions are called with.");

  private ValueKeys() {}

  private static Wanted returned(Keyed.Pair<Glob, Values.At<Glob>> pair) {
    Returned returned = new Returned(pair.key(), pair.value().value(), Quantifier.ALWAYS);
    return new Wanted(pair.value().spot(), around -> returned, false);
  }

  private static Wanted returned(Values values, Spot spot) {
    Returned returned =
        new Returned(
            values.get(FUNCTION).orElseThrow(), values.get(VALUE).orElseThrow(), when(values));
    return new Wanted(spot, around -> returned, false);
  }

  private static Wanted argument(Values values, Spot spot) {
    Argument argument =
        new Argument(
            values.get(FUNCTION).orElseThrow(),
            values.get(NAME).orElseThrow(),
            values.get(VALUE).orElseThrow(),
            when(values));
    return new Wanted(spot, around -> argument, false);
  }

  private static Quantifier when(Values values) {
    return values.get(WHEN).orElse(Quantifier.ALWAYS);
  }
}
