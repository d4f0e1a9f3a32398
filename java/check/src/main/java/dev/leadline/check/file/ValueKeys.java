package dev.leadline.check.file;

import dev.leadline.check.expect.Quantifier;
import dev.leadline.check.expect.values.Argument;
import dev.leadline.check.expect.values.Returned;
import dev.leadline.check.file.shape.Cursor;
import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.ListOf;
import dev.leadline.check.file.shape.MapShape;
import dev.leadline.check.file.shape.Needs;
import dev.leadline.check.file.shape.ScalarShape;
import dev.leadline.check.file.shape.Table;
import dev.leadline.check.file.shape.TextShapes;
import dev.leadline.check.file.shape.Values;
import dev.leadline.filter.Glob;
import java.util.List;
import java.util.Locale;

/** What is expected of values. */
final class ValueKeys {

  private static final Key<Glob> FUNCTION =
      new Key<>("function", TextShapes.FUNCTION, "Glob: the functions.");
  private static final Key<String> NAME =
      new Key<>("name", TextShapes.WORD, "Name of the argument.");
  private static final Key<Glob> VALUE =
      new Key<>("value", TextShapes.GLOB, "Glob: the value as a trace shows it.");
  private static final Key<Quantifier> WHEN =
      new Key<>(
          "when",
          ScalarShape.word("always", "ever")
              .to(word -> Quantifier.valueOf(word.toUpperCase(Locale.ROOT))),
          "Whether each call must have it (always, the default), or one (ever).");

  static final Key<List<ExpectationSpec>> RETURNS =
      new Key<>(
          "returns",
          new MapShape<>(TextShapes.FUNCTION, TextShapes.GLOB.toAt(Values.At::new), 1)
              .to(pairs -> pairs.stream().map(ValueKeys::returned).toList())
              .or(
                  new ListOf<>(
                      Table.of(FUNCTION, VALUE, WHEN)
                          .needing(Needs.all("function", "value"))
                          .toAt(ValueKeys::returned),
                      1)),
          "What functions return: globs of values by globs of functions, or a list of mappings.");

  static final Key<List<ExpectationSpec>> ARGS =
      new Key<>(
          "args",
          Table.of(FUNCTION, NAME, VALUE, WHEN)
              .needing(Needs.all("function", "name", "value"))
              .toAt(ValueKeys::argument)
              .orSeveral(),
          "What functions are called with.");

  private ValueKeys() {}

  private static ExpectationSpec returned(MapShape.Pair<Glob, Values.At<Glob>> pair) {
    Returned returned = new Returned(pair.key(), pair.value().value(), Quantifier.ALWAYS);
    return new ExpectationSpec(pair.value().cursor(), context -> returned, false);
  }

  private static ExpectationSpec returned(Values values, Cursor cursor) {
    Returned returned =
        new Returned(
            values.get(FUNCTION).orElseThrow(), values.get(VALUE).orElseThrow(), when(values));
    return new ExpectationSpec(cursor, context -> returned, false);
  }

  private static ExpectationSpec argument(Values values, Cursor cursor) {
    Argument argument =
        new Argument(
            values.get(FUNCTION).orElseThrow(),
            values.get(NAME).orElseThrow(),
            values.get(VALUE).orElseThrow(),
            when(values));
    return new ExpectationSpec(cursor, context -> argument, false);
  }

  private static Quantifier when(Values values) {
    return values.get(WHEN).orElse(Quantifier.ALWAYS);
  }
}
