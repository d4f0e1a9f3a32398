package dev.leadline.report.depths;

import dev.leadline.depths.Depths;
import dev.leadline.depths.Stack;
import dev.leadline.depths.Stack.Held;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.Scope;
import dev.leadline.report.text.ModuleNames;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.report.text.TextReport;
import dev.leadline.report.text.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The stack of the program from its root upwards, a line for each depth. */
final class ProgramStackTable {

  private static final int ROWS = 12;

  private final Depths depths;
  private final Stack stack;
  private final TextTable table;

  ProgramStackTable(Depths depths) {
    this.depths = depths;
    this.stack = depths.program().orElseThrow();
    this.table =
        depths.countedOnly()
            ? new TextTable("rlrl", List.of("depth", "whose", "calls", "frame"))
            : new TextTable("rlrrl", List.of("depth", "whose", "calls", "events", "frame"));
  }

  void write(TextReport report) throws IOException {
    int depth = 0;
    for (Layer layer : stack.layers()) {
      depth++;
      row(Tone.FAINT, "" + depth, layer.owner(), "", "", name(layer, depths.header()));
    }
    List<List<Held>> rows = rows();
    for (List<Held> held : rows.subList(0, Math.min(ROWS, rows.size()))) {
      Held first = held.get(0);
      String frame =
          first.moduleLevel()
              ? "<module>  <- the cutoff  " + ModuleNames.of(stack.file(), depths.header())
              : names(held);
      Tone tone = first.moduleLevel() ? Tone.STRONG : Tone.PLAIN;
      row(tone, depth(first), Layer.Owner.PROGRAM, calls(held), events(held), frame);
    }
    if (rows.size() > ROWS) {
      List<Held> rest =
          rows.subList(ROWS, rows.size()).stream().flatMap(Collection::stream).toList();
      row(Tone.FAINT, "...", Layer.Owner.PROGRAM, calls(rest), events(rest), "deeper frames");
    }
    table.write(report);
  }

  private void row(
      Tone tone, String depth, Layer.Owner owner, String calls, String events, String frame) {
    if (depths.countedOnly()) {
      table.row(tone, depth, owner.word(), calls, frame);
    } else {
      table.row(tone, depth, owner.word(), calls, events, frame);
    }
  }

  /** What is held at one depth, the module level apart. */
  private List<List<Held>> rows() {
    return List.copyOf(
        stack.held().stream()
            .collect(
                Collectors.groupingBy(
                    held -> 2L * held.depth() + (held.moduleLevel() ? 0 : 1),
                    TreeMap::new,
                    Collectors.toList()))
            .values());
  }

  private static String depth(Held held) {
    return held.depth() == Integer.MAX_VALUE ? "..." : "" + held.depth();
  }

  private static String calls(List<Held> held) {
    return "" + held.stream().mapToLong(Held::calls).sum();
  }

  private static String events(List<Held> held) {
    return "" + held.stream().mapToLong(Held::events).sum();
  }

  static String names(List<Held> held) {
    List<String> names = new ArrayList<>();
    held.forEach(one -> names.addAll(one.names()));
    int more = held.stream().mapToInt(Held::moreNames).sum();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }

  /** A function and where it is: a file, or a module of the library. */
  static String name(Layer layer, Header header) {
    boolean byModule =
        switch (layer.owner()) {
          case INTERPRETER, STDLIB, SITE ->
              !layer.module().isEmpty() && !layer.module().equals("__main__");
          case RUNNER, GENERATED, PROGRAM -> false;
        };
    String place = byModule ? layer.module() : Phrases.file(layer.file(), header);
    return layer.function() + "  " + (layer.scope() == Scope.AGENT ? "Leadline's agent" : place);
  }
}
