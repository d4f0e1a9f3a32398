package dev.leadline.report.depths;

import dev.leadline.depths.Depths;
import dev.leadline.depths.Stack;
import dev.leadline.event.Layer;
import dev.leadline.report.text.ModuleNames;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.report.text.TextReport;
import dev.leadline.report.text.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The stacks of a run besides the program's own, each with its cutoff. */
final class OtherStacks {

  private static final int ROWS = 10;
  private static final int LAYERS = 8;

  private final Depths depths;

  OtherStacks(Depths depths) {
    this.depths = depths;
  }

  void write(TextReport report) throws IOException {
    TextTable table =
        depths.countedOnly()
            ? new TextTable("lrrl", List.of("other stacks", "cutoff", "calls", "first function"))
            : new TextTable(
                "lrrrl", List.of("other stacks", "cutoff", "calls", "events", "first function"));
    List<Stack> stacks =
        depths.others().stream()
            .sorted(Comparator.comparing(Stack::fixed).reversed().thenComparing(Stack::kind))
            .toList();
    stacks.stream().limit(ROWS).forEach(stack -> row(table, stack));
    table.write(report);
    long more = (long) Math.max(0, stacks.size() - ROWS) + depths.moreOthers();
    if (more > 0) {
      report.prose("and " + more + " more; --format json has those that are known");
    }
    if (stacks.stream().anyMatch(stack -> !stack.fixed())) {
      report.prose(
          "+ runs on frames of the program and is counted there; the cutoff is that of the first stack");
    }
  }

  private void row(TextTable table, Stack stack) {
    String kind = stack.kind().words() + (stack.stacks() > 1 ? " x " + stack.stacks() : "");
    String cutoff = stack.base() + (stack.fixed() ? " " : "+");
    String first =
        stack.function()
            + "  "
            + ModuleNames.of(stack.file(), depths.header())
            + ":"
            + stack.firstlineno();
    String calls = stack.fixed() ? "" + stack.calls() : "";
    String events = stack.fixed() ? "" + stack.events() : "";
    if (depths.countedOnly()) {
      table.row(Tone.PLAIN, kind, cutoff, calls, first);
    } else {
      table.row(Tone.PLAIN, kind, cutoff, calls, events, first);
    }
    if (!stack.layers().isEmpty()) {
      table.remark("upon " + layers(stack.layers()));
    }
  }

  /** Functions by their module, the outermost first. */
  private static String layers(List<Layer> layers) {
    Map<String, List<String>> byModule = new LinkedHashMap<>();
    List<Layer> shown = layers.subList(Math.max(0, layers.size() - LAYERS), layers.size());
    shown.forEach(
        layer ->
            byModule
                .computeIfAbsent(module(layer), key -> new ArrayList<>())
                .add(layer.function()));
    String dots = shown.size() < layers.size() ? layers.size() - shown.size() + " frames, " : "";
    return dots
        + byModule.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
            .collect(Collectors.joining("; "));
  }

  private static String module(Layer layer) {
    return layer.module().isEmpty() ? layer.file() : layer.module();
  }
}
