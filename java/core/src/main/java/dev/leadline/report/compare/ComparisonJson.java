package dev.leadline.report.compare;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.Comparison.Allowance;
import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.compare.TimeComparison;
import dev.leadline.event.EventKind;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Definition.FunctionKey;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.json.JsonObject;
import dev.leadline.report.text.JsonParts;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A comparison as one JSON object for machines. The keys of version 2 stay as they are; readers
 * should pass over keys that they do not know.
 *
 * <ul>
 *   <li>{@code format}: {@code leadline-comparison}; {@code version}: 2; {@code equal}: whether
 *       nothing differs
 *   <li>{@code counts}: number of differences by category: {@code program}, {@code unexplained},
 *       {@code unstable}, {@code runtime}, {@code compiler}
 *   <li>{@code left}, {@code right}: {@code name}, {@code program}, {@code python}, {@code
 *       outcome}, {@code status} (null where unknown), {@code detail}, {@code base_depth} (null
 *       where never measured), {@code calls}, {@code events} by kind
 *   <li>{@code cautions}: sentences on what makes the comparison less than it seems
 *   <li>{@code first}: index into {@code groups} of what differs first in the execution, or null
 *   <li>{@code groups}: in the order of the categories, each in the order of the execution: {@code
 *       kind} ({@code call_left}, {@code call_right}, {@code order}, {@code outcome}, {@code
 *       exception}, {@code lines}, {@code helpers}, {@code layers}, {@code stack}, {@code
 *       process_origin}), {@code category}, {@code cause} ({@code id}, {@code title}, {@code
 *       source}, {@code why}), {@code file} and {@code qualname} of the function, {@code count},
 *       {@code allowed} (whether it makes nothing fail), and the first one's {@code left} and
 *       {@code right}, null on a side that has none
 *   <li>a side of a group: {@code process} (number in the trace), {@code thread}, {@code file} as
 *       CPython has it, {@code firstlineno}, {@code lineno} of the call, {@code depth}, {@code
 *       depth_step}, {@code outcome} ({@code returned}, {@code raised}, {@code open}), {@code
 *       raised} (type or null), {@code exceptions} ({@code type}, {@code lineno}, {@code message};
 *       twenty at most), {@code lines} ({@code lineno}, {@code count}), {@code helpers} ({@code
 *       function}, {@code count}), {@code size} (activations in it), {@code path} of its callers,
 *       the outermost first ({@code file}, {@code qualname}, {@code lineno} of the call), and
 *       {@code path_hidden}, callers further out that it leaves away
 *   <li>{@code times}: null unless asked for: {@code median_percent}, the ratio right to left in
 *       the middle of all functions; {@code noise_percent}, the factor by which a ratio may be off
 *       it without a meaning, null where too little is known; {@code functions} ({@code file},
 *       {@code qualname}, {@code left_calls}, {@code right_calls}, {@code left_ns}, {@code
 *       right_ns}, {@code ratio_percent}, {@code beyond_noise})
 * </ul>
 */
public final class ComparisonJson {

  private static final int EXCEPTIONS = 20;

  private final Writer out;
  private final ComparisonStyle style;

  /** One into {@code out}, which stays open. */
  public ComparisonJson(Writer out, ComparisonStyle style) {
    this.out = out;
    this.style = style;
  }

  /** Writes it, one group a line. */
  public void write(Comparison comparison) throws IOException {
    String head = head(comparison).toJson();
    out.write(head, 0, head.length() - 1);
    JsonParts.list(
        out,
        "groups",
        comparison.groups().stream().map(group -> group(group, comparison.allowance())));
    Optional<TimeComparison> times = style.times() ? comparison.times() : Optional.empty();
    out.write(
        ",\n\"times\":" + times.map(ComparisonJson::times).map(JsonObject::toJson).orElse("null"));
    out.write("\n}\n");
    out.flush();
  }

  private JsonObject head(Comparison comparison) {
    JsonObject counts = new JsonObject();
    for (Cause.Category category : Cause.Category.values()) {
      counts.number(lower(category), comparison.count(category));
    }
    OptionalLong first =
        comparison.first().stream().mapToLong(comparison.groups()::indexOf).findFirst();
    return new JsonObject()
        .text("format", "leadline-comparison")
        .number("version", 2)
        .flag("equal", comparison.equal())
        .object("counts", counts)
        .object("left", side(style.left(), comparison.sides().left()))
        .object("right", side(style.right(), comparison.sides().right()))
        .texts("cautions", comparison.cautions())
        .number("first", first);
  }

  private static JsonObject side(String name, ExecutionFacts facts) {
    JsonObject events = new JsonObject();
    for (EventKind kind : EventKind.values()) {
      events.number(kind.pythonName(), facts.events().getOrDefault(kind, 0L));
    }
    return new JsonObject()
        .text("name", name)
        .object("program", JsonParts.program(facts.header()))
        .object("python", JsonParts.python(facts.header().python()))
        .text("outcome", lower(facts.ending().outcome()))
        .number("status", JsonParts.wide(facts.ending().status()))
        .text("detail", facts.ending().detail())
        .number("base_depth", JsonParts.wide(facts.ending().baseDepth()))
        .number("calls", facts.activations())
        .object("events", events);
  }

  private static JsonObject group(DifferenceGroup group, Allowance allowance) {
    Cause cause = group.cause();
    Difference first = group.first();
    return function(new JsonObject(), group.function())
        .text("kind", group.kind().reportName())
        .text("category", lower(cause.category()))
        .object(
            "cause",
            new JsonObject()
                .text("id", cause.id())
                .text("title", cause.title())
                .text("source", cause.source())
                .text("why", cause.why()))
        .number("count", group.count())
        .flag("allowed", allowance.allows(group))
        .number("consequence_count", group.consequenceCount())
        .objects(
            "consequences", group.consequences().stream().map(ComparisonJson::consequence).toList())
        .object("left", first.left().map(ComparisonJson::occurrence))
        .object("right", first.right().map(ComparisonJson::occurrence));
  }

  private static JsonObject consequence(DifferenceGroup group) {
    return function(new JsonObject(), group.function())
        .text("kind", group.kind().reportName())
        .number("count", group.count());
  }

  private static JsonObject occurrence(Occurrence occurrence) {
    Activation activation = occurrence.activation();
    String raised = activation.outcome().type();
    return new JsonObject()
        .number("process", occurrence.stack().process().number())
        .text("thread", occurrence.stack().name())
        .text("file", activation.definition().file())
        .number("firstlineno", activation.definition().firstlineno())
        .number("lineno", lineno(activation.lineno()))
        .number("depth", activation.depth())
        .number("depth_step", activation.depthStep())
        .text("outcome", lower(activation.outcome().kind()))
        .text("raised", Optional.of(raised).filter(type -> !type.isEmpty()))
        .objects(
            "exceptions",
            activation.exceptions().stream()
                .limit(EXCEPTIONS)
                .map(
                    seen ->
                        new JsonObject()
                            .text("type", seen.type())
                            .number("lineno", lineno(seen.lineno()))
                            .text("message", seen.message()))
                .toList())
        .objects(
            "lines",
            activation.lines().entrySet().stream()
                .map(
                    line ->
                        new JsonObject()
                            .number("lineno", lineno(line.getKey()))
                            .number("count", line.getValue()))
                .toList())
        .objects(
            "helpers",
            activation.helpers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                    helper ->
                        new JsonObject()
                            .text("function", helper.getKey())
                            .number("count", helper.getValue()))
                .toList())
        .number("size", activation.size())
        .objects(
            "path",
            occurrence.path().stream()
                .map(
                    step ->
                        function(new JsonObject(), step.definition().key())
                            .number("lineno", lineno(step.lineno())))
                .toList())
        .number("path_hidden", occurrence.hidden());
  }

  private static JsonObject times(TimeComparison times) {
    JsonObject object = new JsonObject().number("median_percent", percent(times.median()));
    OptionalLong noise = times.noise().stream().mapToLong(factor -> percent(factor)).findFirst();
    return object
        .number("noise_percent", noise)
        .objects(
            "functions",
            times.functions().stream()
                .map(
                    ratio ->
                        function(new JsonObject(), ratio.function())
                            .number("left_calls", ratio.leftCalls())
                            .number("right_calls", ratio.rightCalls())
                            .number("left_ns", ratio.leftNs())
                            .number("right_ns", ratio.rightNs())
                            .number("ratio_percent", percent(ratio.ratio()))
                            .flag("beyond_noise", times.isBeyondNoise(ratio)))
                .toList());
  }

  private static JsonObject function(JsonObject object, FunctionKey key) {
    return object.text("file", key.file()).text("qualname", key.qualname());
  }

  private static long percent(double factor) {
    return Math.round(100 * factor);
  }

  private static OptionalLong lineno(int lineno) {
    return lineno == TraceEvent.NO_LINENO ? OptionalLong.empty() : OptionalLong.of(lineno);
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
