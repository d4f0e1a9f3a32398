package dev.leadline.report.compare;

import dev.leadline.batch.LineDifference;
import dev.leadline.compare.Cause.Category;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.json.JsonObject;
import dev.leadline.outputs.OutputComparison;
import dev.leadline.outputs.OutputComparison.OutputPart;
import dev.leadline.outputs.OutputDifference;
import dev.leadline.outputs.StreamComparison;
import dev.leadline.report.text.JsonParts;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.versions.NeighbourComparison;
import dev.leadline.versions.VersionComparison;
import dev.leadline.versions.VersionRun;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Several interpreters as one JSON object for machines. The keys of version 2 stay as they are;
 * readers should pass over keys that they do not know.
 *
 * <ul>
 *   <li>{@code format}: {@code leadline-compare}; {@code version}: 2; {@code program}: as it was
 *       asked for; {@code equal}: whether all ran and did the same; {@code hash_seed}: the value of
 *       {@code PYTHONHASHSEED} that Leadline gave to all, or null; {@code notes}: what could not be
 *       found out, a sentence each
 *   <li>{@code runs}, the oldest interpreter first: {@code python} (version), {@code executable},
 *       {@code failure} (why it stands by itself, or null), {@code base_depth} and {@code status}
 *       (null where unknown), {@code events} by kind, {@code functions}, {@code deepest_level},
 *       {@code took_ms}, {@code output_bytes}, {@code output_sha256}, {@code output_equal} (to the
 *       bytes of the first run that ended), {@code output_difference} from them ({@code lineno},
 *       {@code reference}, {@code own}; or null); what counts is in {@code pairs}
 *   <li>{@code pairs}: of neighbours, what they wrote and how they ended: {@code left} and {@code
 *       right} (versions), {@code equal} (calls and output), {@code counts} (differences by
 *       category, those of the output included), {@code allowed} (which of {@code stdout}, {@code
 *       stderr}, {@code exit-status} make nothing fail), {@code stdout} and {@code stderr} (each
 *       {@code equal}, {@code places}, the {@code unstable} ones of them, and the {@code first}
 *       twenty with {@code repeatable}, and of {@code left} and {@code right} the {@code lineno},
 *       the {@code count} of lines and the first twenty {@code lines}), {@code end} (null where
 *       both ended alike: {@code repeatable}, and of {@code left} and {@code right} the {@code
 *       outcome} and {@code status})
 *   <li>{@code comparisons}: of the same neighbours, each an object as {@link ComparisonJson}
 *       writes it; their {@code name}s are the versions
 * </ul>
 */
public final class VersionsJson {

  private final Writer out;
  private final boolean times;

  /**
   * One into {@code out}, which stays open.
   *
   * @param times whether to report what functions took
   */
  public VersionsJson(Writer out, boolean times) {
    this.out = out;
    this.times = times;
  }

  /** Writes it, one run a line. */
  public void write(String program, VersionComparison versions) throws IOException {
    String head =
        new JsonObject()
            .text("format", "leadline-compare")
            .number("version", 2)
            .text("program", program)
            .flag("equal", versions.equal())
            .text("hash_seed", versions.hashSeed())
            .texts("notes", versions.notes())
            .toJson();
    out.write(head, 0, head.length() - 1);
    List<JsonObject> runs = new ArrayList<>();
    for (VersionRun run : versions.runs()) {
      runs.add(run(run, versions));
    }
    JsonParts.list(out, "runs", runs.stream());
    JsonParts.list(out, "pairs", versions.neighbours().stream().map(OutputJson::pair));
    out.write(",\n\"comparisons\":[");
    String separator = "\n";
    for (NeighbourComparison pair : versions.neighbours()) {
      out.write(separator);
      ComparisonStyle style =
          new ComparisonStyle(pair.left().name(), pair.right().name(), times, ReportStyle.PLAIN);
      new ComparisonJson(out, style).write(pair.comparison());
      separator = ",";
    }
    out.write("]}\n");
    out.flush();
  }

  private static JsonObject run(VersionRun run, VersionComparison versions) throws IOException {
    Map<EventKind, Long> counts = run.facts().map(facts -> facts.events()).orElse(Map.of());
    return new JsonObject()
        .text("python", run.name())
        .text("executable", run.executable())
        .text("failure", run.failure())
        .number("base_depth", JsonParts.wide(run.baseDepth()))
        .number("status", JsonParts.wide(run.status()))
        .object("events", JsonParts.counts(new JsonObject(), counts))
        .number("functions", run.functions())
        .number("deepest_level", run.deepestLevel())
        .number("took_ms", run.took().toMillis())
        .number("output_bytes", run.result().stdout().size())
        .text("output_sha256", run.result().stdout().digest())
        .flag("output_equal", versions.hasReferenceOutput(run))
        .object("output_difference", difference(run, versions));
  }

  private static Optional<JsonObject> difference(VersionRun run, VersionComparison versions)
      throws IOException {
    Optional<VersionRun> reference = versions.reference();
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    Optional<LineDifference> where = run.outputDifference(reference.get());
    return where.map(
        line ->
            new JsonObject()
                .number("lineno", line.lineno())
                .text("reference", line.right())
                .text("own", line.left()));
  }

  /** What two runs wrote otherwise: {@code stdout}, {@code stderr} and {@code end}. */
  static JsonObject output(OutputComparison output) {
    return new JsonObject()
        .object("stdout", OutputJson.stream(output.stdout()))
        .object("stderr", OutputJson.stream(output.stderr()))
        .object("end", OutputJson.ends(output));
  }

  /** A pair of neighbours for machines: all but the comparison of their calls. */
  private static final class OutputJson {

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
          .object("end", ends(pair.output()));
    }

    private static Optional<JsonObject> ends(OutputComparison output) {
      return output
          .status()
          .map(
              ends ->
                  new JsonObject()
                      .flag("repeatable", ends.repeatable())
                      .object("left", end(ends.left()))
                      .object("right", end(ends.right())));
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
}
