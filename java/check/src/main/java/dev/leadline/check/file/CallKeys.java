package dev.leadline.check.file;

import dev.leadline.check.expect.Bound;
import dev.leadline.check.expect.calls.Calls;
import dev.leadline.check.expect.calls.MaxEvents;
import dev.leadline.check.expect.calls.MaxLevel;
import dev.leadline.check.expect.calls.Never;
import dev.leadline.check.expect.calls.Order;
import dev.leadline.check.file.shape.Amounts;
import dev.leadline.check.file.shape.Cursor;
import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.ListOf;
import dev.leadline.check.file.shape.MapShape;
import dev.leadline.check.file.shape.Needs;
import dev.leadline.check.file.shape.Shape;
import dev.leadline.check.file.shape.Table;
import dev.leadline.check.file.shape.TextShapes;
import dev.leadline.check.file.shape.Values;
import dev.leadline.filter.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What is expected of calls. */
final class CallKeys {

  private static final Key<Long> AT_LEAST = limit("at-least", "The least number of calls.");
  private static final Key<Long> AT_MOST = limit("at-most", "The greatest number of calls.");

  private static final Shape<Bound> BOUND =
      Amounts.whole(0, Long.MAX_VALUE)
          .to(Bound::exactly)
          .or(Table.of(AT_LEAST, AT_MOST).needing(Needs.any()).to(CallKeys::bound));

  static final Key<List<ExpectationSpec>> CALLS =
      new Key<>(
          "calls",
          new MapShape<>(TextShapes.FUNCTION, BOUND.toAt(Counted::new), 1).to(CallKeys::calls),
          "How often functions are called, by glob: a number, or at-least and at-most.");

  private static final List<Key<List<Glob>>> NEVER_KEYS =
      Stream.of(Never.What.values())
          .map(what -> new Key<>(name(what), glob(what).orSeveral(), "Globs: " + name(what) + "s."))
          .toList();

  private static final Shape<List<ExpectationSpec>> NEVER_TABLE =
      new Table(List.copyOf(NEVER_KEYS), Needs.any()).toAt((values, cursor) -> never(values));

  static final Key<List<ExpectationSpec>> NEVER =
      new Key<>(
          "never",
          NEVER_TABLE.orSeveral().to(lists -> lists.stream().flatMap(List::stream).toList()),
          "What must not be called, or raised: functions, files, modules, exceptions.");

  private static final Shape<List<ExpectationSpec>> ONE_ORDER =
      new ListOf<>(TextShapes.FUNCTION, 1)
          .toAt((globs, cursor) -> ExpectationSpec.of(cursor, new Order(globs)));

  static final Key<List<ExpectationSpec>> ORDER =
      new Key<>(
          "order",
          ONE_ORDER.or(
              new ListOf<>(ONE_ORDER, 1)
                  .to(lists -> lists.stream().flatMap(List::stream).toList())),
          "Functions whose first calls come in this order; or a list of such lists.");

  static final Key<List<ExpectationSpec>> MAX_LEVEL =
      new Key<>(
          "max-level",
          Amounts.count().toAt((most, cursor) -> ExpectationSpec.of(cursor, new MaxLevel(most))),
          "The greatest level of a call.");

  static final Key<List<ExpectationSpec>> MAX_EVENTS =
      new Key<>(
          "max-events",
          Amounts.whole(0, Long.MAX_VALUE)
              .toAt((most, cursor) -> ExpectationSpec.of(cursor, new MaxEvents(most))),
          "The greatest number of events.");

  private CallKeys() {}

  /** A bound, and where it is written. */
  private record Counted(Bound bound, Cursor cursor) {}

  private static Key<Long> limit(String name, String help) {
    return new Key<>(name, Amounts.whole(0, Long.MAX_VALUE), help);
  }

  private static Bound bound(Values values) {
    return new Bound(limit(values, AT_LEAST), limit(values, AT_MOST));
  }

  private static OptionalLong limit(Values values, Key<Long> key) {
    return values.get(key).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private static List<ExpectationSpec> calls(List<MapShape.Pair<Glob, Counted>> pairs) {
    return pairs.stream()
        .flatMap(
            pair ->
                ExpectationSpec.of(
                    pair.value().cursor(), new Calls(pair.key(), pair.value().bound()))
                    .stream())
        .toList();
  }

  private static List<ExpectationSpec> never(Values values) {
    List<ExpectationSpec> wanted = new ArrayList<>();
    for (Never.What what : Never.What.values()) {
      values
          .at(NEVER_KEYS.get(what.ordinal()))
          .ifPresent(
              at ->
                  at.value()
                      .forEach(
                          glob ->
                              wanted.addAll(
                                  ExpectationSpec.of(at.cursor(), new Never(what, glob)))));
    }
    return wanted;
  }

  private static Shape<Glob> glob(Never.What what) {
    return what == Never.What.FUNCTION ? TextShapes.FUNCTION : TextShapes.GLOB;
  }

  private static String name(Never.What what) {
    return what.name().toLowerCase(Locale.ROOT);
  }
}
