package dev.leadline.report;

import dev.leadline.compare.Cause.Category;
import dev.leadline.event.Ending;
import dev.leadline.outputs.OutputDifference;
import dev.leadline.outputs.OutputPart;
import dev.leadline.outputs.StreamComparison;
import dev.leadline.versions.NeighbourComparison;
import dev.leadline.wire.JsonObject;
import java.util.Arrays;
import java.util.Locale;

/** A pair of neighbours for machines: all but the comparison of their calls. */
final class OutputJson {

  private OutputJson() {}

  static JsonObject pair(NeighbourComparison pair) {
    JsonObject counts = new JsonObject();
    for (Category category : Category.values()) {
      counts.number(category.name().toLowerCase(Locale.ROOT), pair.count(category));
    }
    return new JsonObject()
        .text("left", pair.left().name())
        .text("right", pair.right().name())
        .flag("equal", pair.equal())
        .object("counts", counts)
        .texts(
            "allowed",
            Arrays.stream(OutputPart.values())
                .map(OutputPart::id)
                .filter(pair.comparison().allowance()::allows)
                .toList())
        .object("stdout", stream(pair.output().stdout()))
        .object("stderr", stream(pair.output().stderr()))
        .object(
            "end",
            pair.output()
                .status()
                .map(
                    ends ->
                        new JsonObject()
                            .flag("repeatable", ends.repeatable())
                            .object("left", end(ends.left()))
                            .object("right", end(ends.right()))));
  }

  private static JsonObject stream(StreamComparison stream) {
    return new JsonObject()
        .flag("equal", stream.equal())
        .number("places", stream.places())
        .number("unstable", stream.unstable())
        .objects("first", stream.first().stream().map(OutputJson::place).toList());
  }

  private static JsonObject place(OutputDifference place) {
    return new JsonObject()
        .flag("repeatable", place.repeatable())
        .object("left", lines(place.left()))
        .object("right", lines(place.right()));
  }

  private static JsonObject lines(OutputDifference.Lines lines) {
    return new JsonObject()
        .number("lineno", lines.number())
        .number("count", lines.count())
        .texts("lines", lines.texts());
  }

  private static JsonObject end(Ending ending) {
    return new JsonObject()
        .text("outcome", ending.outcome().name().toLowerCase(Locale.ROOT))
        .number("status", JsonParts.wide(ending.status()));
  }
}
