package dev.leadline.report.compare;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.CauseFinder.Sides;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.Difference;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.json.JsonObject;
import dev.leadline.report.compare.SideSource.Excerpt;
import dev.leadline.report.compare.SideSource.Line;
import dev.leadline.report.compare.SideSource.SideProcess;
import dev.leadline.report.compare.SideText.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What two runs beside each other differ in, for a page: each place with both sides' source. */
final class PairJson {

  /** Names in the list of what followed on one side. */
  private static final int CALLS = 12;

  /** Characters of source in one page; what is beyond has no source in it. */
  static final class SourceRoom {

    private static final int MOST = 2 << 20;

    private int left = MOST;
    private int leftOut;

    boolean takes(Excerpt excerpt) {
      boolean fits = excerpt.characters() <= left;
      left -= fits ? excerpt.characters() : 0;
      leftOut += fits ? 0 : 1;
      return fits;
    }

    /** Excerpts that found no room. */
    int leftOut() {
      return leftOut;
    }
  }

  private final Comparison comparison;
  private final String left;
  private final String right;
  private final SideSource source;
  private final SourceRoom room;

  PairJson(Comparison comparison, String left, String right, SideSource source, SourceRoom room) {
    this.comparison = comparison;
    this.left = left;
    this.right = right;
    this.source = source;
    this.room = room;
  }

  /** The first places, in the order of the categories; {@code more} is the number of others. */
  JsonObject json(int most) {
    List<JsonObject> places = new ArrayList<>();
    int more = 0;
    for (Category category : Category.values()) {
      for (DifferingPlace place : DifferingPlace.of(comparison.groups(category))) {
        if (places.size() < most) {
          places.add(place(place, category));
        } else {
          more++;
        }
      }
    }
    long beyond = comparison.beyond().values().stream().mapToLong(Long::longValue).sum();
    return new JsonObject()
        .text("first", comparison.first().map(this::first))
        .texts("cautions", comparison.cautions())
        .number("more", more)
        .number("beyond", beyond)
        .objects("places", places);
  }

  private String first(DifferenceGroup group) {
    return group.function().qualname() + " " + KindText.of(group, left, right);
  }

  private JsonObject place(DifferingPlace place, Category category) {
    DifferenceGroup group = place.groups().get(0);
    Difference first = group.first();
    Sides sides = comparison.sides();
    String what =
        place.groups().stream()
            .map(each -> KindText.of(each, left, right))
            .distinct()
            .collect(Collectors.joining(", "));
    return new JsonObject()
        .text("category", category.name().toLowerCase(Locale.ROOT))
        .text("function", group.function().qualname())
        .text("file", group.function().file())
        .number("line", first.either().activation().definition().firstlineno())
        .text("thread", ComparisonText.thread(first.either()))
        .text("what", what)
        .number("count", group.count())
        .flag("allowed", place.groups().stream().allMatch(comparison.allowance()::allows))
        .objects(
            "causes",
            place.groups().stream()
                .map(DifferenceGroup::cause)
                .distinct()
                .map(this::cause)
                .toList())
        .text("path", SideText.path(first.either()))
        .object("left", side(Side.left(first), place, DifferenceKind.CALL_LEFT, sides))
        .object("right", side(Side.right(first), place, DifferenceKind.CALL_RIGHT, sides))
        .texts("followers", place.followers());
  }

  private JsonObject cause(Cause cause) {
    return new JsonObject()
        .text("id", cause.id())
        .text("title", cause.title())
        .text("source", cause.source())
        .text("why", cause.why());
  }

  private JsonObject side(Side side, DifferingPlace place, DifferenceKind only, Sides sides) {
    boolean isLeft = only == DifferenceKind.CALL_LEFT;
    Excerpt excerpt =
        source.excerpt(SideProcess.of(side.here(), isLeft ? sides.left() : sides.right()), side);
    List<DifferenceGroup> calls =
        place.calls().stream().filter(group -> group.kind() == only).toList();
    JsonObject json =
        new JsonObject()
            .text("does", SideText.of(side))
            .number("calls", calls.stream().mapToLong(DifferenceGroup::count).sum())
            .texts(
                "only",
                calls.stream().limit(CALLS).map(group -> group.function().qualname()).toList())
            .number("onlyMore", Math.max(0, calls.size() - CALLS));
    return excerpt(json, room.takes(excerpt) ? excerpt : Excerpt.NONE);
  }

  private static JsonObject excerpt(JsonObject json, Excerpt excerpt) {
    List<Line> lines = excerpt.lines();
    return json.text("file", excerpt.file())
        .list("lines", numbers(lines.stream().mapToLong(Line::lineno)))
        .list("counts", numbers(lines.stream().mapToLong(Line::count)))
        .texts("texts", lines.stream().map(Line::text).toList())
        .texts(
            "marks",
            lines.stream().map(line -> line.mark().name().toLowerCase(Locale.ROOT)).toList());
  }

  private static String numbers(LongStream numbers) {
    return numbers.mapToObj(Long::toString).collect(Collectors.joining(","));
  }
}
