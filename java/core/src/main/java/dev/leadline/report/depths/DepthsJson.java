package dev.leadline.report.depths;

import dev.leadline.depths.Depths;
import dev.leadline.depths.Depths.CutEffect;
import dev.leadline.depths.Measurement;
import dev.leadline.depths.Measurement.MeasuredPython;
import dev.leadline.depths.Stack;
import dev.leadline.depths.Stack.Held;
import dev.leadline.event.Layer;
import dev.leadline.json.JsonObject;
import dev.leadline.report.text.JsonParts;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The measured stacks as one JSON object for machines. The keys of version 1 stay as they are;
 * readers should pass over keys that they do not know.
 */
public final class DepthsJson {

  private static final int USUAL = 3;

  private final Writer out;

  /** A report that is written to {@code out}, which stays open. */
  public DepthsJson(Writer out) {
    this.out = out;
  }

  /** Writes it all. */
  public void write(Measurement measured) throws IOException {
    out.write(object(measured).toJson());
    out.write('\n');
    out.flush();
  }

  static JsonObject object(Measurement measured) {
    return new JsonObject()
        .text("format", "leadline-depths")
        .number("version", 1)
        .text("program", measured.program())
        .text("runner", measured.runner())
        .text("hash_seed", measured.hashSeed())
        .objects("pythons", measured.pythons().stream().map(DepthsJson::python).toList());
  }

  private static JsonObject python(MeasuredPython python) {
    Optional<Depths> depths = python.depths();
    OptionalLong cutoff =
        depths.map(Depths::cutoff).map(JsonParts::wide).orElse(OptionalLong.empty());
    JsonObject object =
        new JsonObject()
            .text("version", python.version())
            .text("executable", python.executable())
            .text("failure", python.failure())
            .number("cutoff", cutoff);
    if (depths.isEmpty()) {
      return object;
    }
    return object
        .text("outcome", depths.get().ending().outcome().name().toLowerCase(Locale.ROOT))
        .number("status", JsonParts.wide(depths.get().ending().status()))
        .flag("calls_only", depths.get().countedOnly())
        .object("stack", depths.get().program().map(DepthsJson::stack))
        .objects("other_stacks", depths.get().others().stream().map(DepthsJson::stack).toList())
        .number("more_stacks", depths.get().moreOthers())
        .objects("cuts", cuts(depths.get()))
        .objects("notices", depths.get().notices().stream().map(JsonParts::notice).toList());
  }

  private static JsonObject stack(Stack stack) {
    return new JsonObject()
        .text("kind", stack.kind().name().toLowerCase(Locale.ROOT))
        .number("cutoff", stack.base())
        .flag("from_root", stack.fixed())
        .objects("layers", stack.layers().stream().map(DepthsJson::layer).toList())
        .text("function", stack.function())
        .text("file", stack.file())
        .number("firstlineno", stack.firstlineno())
        .number("stacks", stack.stacks())
        .objects("depths", stack.held().stream().map(DepthsJson::held).toList());
  }

  private static JsonObject layer(Layer layer) {
    return new JsonObject()
        .text("function", layer.function())
        .text("file", layer.file())
        .text("module", layer.module())
        .text("whose", layer.owner().word());
  }

  private static JsonObject held(Held held) {
    boolean deepest = held.depth() == Integer.MAX_VALUE;
    return new JsonObject()
        .number("depth", deepest ? OptionalLong.empty() : OptionalLong.of(held.depth()))
        .flag("module_level", held.moduleLevel())
        .flag("own_file", held.ownFile())
        .number("calls", held.calls())
        .number("events", held.events())
        .texts("functions", held.names())
        .number("more_functions", held.moreNames());
  }

  private static List<JsonObject> cuts(Depths depths) {
    List<JsonObject> cuts = new ArrayList<>();
    cuts.add(cut("file", OptionalLong.empty(), depths.byFileName()));
    cuts.add(cut("fixed", OptionalLong.of(USUAL), depths.cutAt(USUAL)));
    depths
        .cutoff()
        .ifPresent(
            cutoff -> {
              cuts.add(cut("lower", OptionalLong.of(cutoff - 1L), depths.cutAt(cutoff - 1)));
              cuts.add(cut("measured", OptionalLong.of(cutoff), depths.cutAt(cutoff)));
              cuts.add(cut("higher", OptionalLong.of(cutoff + 1L), depths.cutAt(cutoff + 1)));
            });
    cuts.add(cut("auto", OptionalLong.empty(), depths.cutAtEachBase()));
    return cuts;
  }

  private static JsonObject cut(String by, OptionalLong cutoff, CutEffect effect) {
    return new JsonObject()
        .text("by", by)
        .number("cutoff", cutoff)
        .number("kept", effect.kept())
        .number("module_level", effect.moduleLevel())
        .number("lost", effect.lost())
        .number("lost_calls", effect.lostCalls())
        .texts("lost_functions", effect.lostNames());
  }
}
