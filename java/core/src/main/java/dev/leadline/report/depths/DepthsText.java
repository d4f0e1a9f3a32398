package dev.leadline.report.depths;

import dev.leadline.depths.Depths;
import dev.leadline.depths.Depths.CutEffect;
import dev.leadline.depths.Measurement;
import dev.leadline.depths.Measurement.MeasuredPython;
import dev.leadline.depths.Stack;
import dev.leadline.event.Layer;
import dev.leadline.event.Notice;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.report.text.TextReport;
import dev.leadline.report.text.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The measured stacks of a program for people: the number first, then why. */
public final class DepthsText {

  private final TextReport report;

  /** A report that is written to {@code out}, which stays open. */
  public DepthsText(Writer out, ReportStyle style) {
    this.report = new TextReport(out, style);
  }

  /** Writes it all. */
  public void write(Measurement measured) throws IOException {
    ShortPythonNames names = new ShortPythonNames(measured.pythons());
    for (String sentence : new DepthsHeadline(measured, names).sentences()) {
      report.paragraph(sentence, Tone.STRONG);
    }
    if (measured.pythons().size() > 1) {
      report.blank();
      DepthsMatrix.of(measured.pythons()).write(report);
    }
    for (List<MeasuredPython> alike : alike(measured.pythons())) {
      report.blank();
      section(measured, alike, names);
    }
    if (measured.pythons().size() > 1 && measured.hashSeed().isPresent()) {
      report.blank();
      report.prose("All ran with PYTHONHASHSEED=" + measured.hashSeed().get() + ".");
    }
    report.flush();
  }

  /** Interpreters that show the same stacks; those that show none are listed above. */
  private static List<List<MeasuredPython>> alike(List<MeasuredPython> pythons) {
    Map<Object, List<MeasuredPython>> groups = new LinkedHashMap<>();
    for (MeasuredPython python : pythons) {
      if (python.depths().filter(Depths::showsStacks).isPresent()) {
        Object shape = new StackShapes(python.depths().get()).all();
        groups.computeIfAbsent(shape, key -> new ArrayList<>()).add(python);
      }
    }
    return List.copyOf(groups.values());
  }

  private void section(Measurement measured, List<MeasuredPython> alike, ShortPythonNames names)
      throws IOException {
    MeasuredPython last = alike.get(alike.size() - 1);
    Depths depths = last.depths().orElseThrow();
    String counts = alike.size() > 1 ? "; the counts are those of " + names.of(last) : "";
    String heading = names.of(alike) + ", program " + Phrases.outcome(depths.ending());
    report.paragraph("CPython " + heading + counts, Tone.STRONG);
    if (depths.program().isPresent()) {
      new ProgramStackTable(depths).write(report);
      report.blank();
      new CutTable(depths, measured.programName()).write(report);
    }
    if (!depths.others().isEmpty()) {
      report.blank();
      new OtherStacks(depths).write(report);
    }
    for (Notice notice : depths.notices()) {
      report.prose(notice.text());
    }
  }

  /** What two interpreters must have in common to be shown as one: the layers, not the counts. */
  private record StackShapes(Depths depths) {

    private record StackShape(String kind, int base, List<String> layers) {}

    List<?> all() {
      return Stream.concat(depths.program().stream(), depths.others().stream())
          .map(StackShapes::of)
          .distinct()
          .toList();
    }

    private static StackShape of(Stack stack) {
      List<String> layers = stack.layers().stream().map(StackShapes::name).toList();
      return new StackShape(stack.kind().words(), stack.base(), layers);
    }

    /** From 3.11 on some of the library is compiled into the interpreter: the same frames. */
    private static String name(Layer layer) {
      return switch (layer.owner()) {
        case INTERPRETER, STDLIB -> layer.function();
        case RUNNER, SITE, GENERATED, PROGRAM -> layer.owner() + " " + layer.function();
      };
    }
  }

  /** Names interpreters in sentences, as short as they stay distinct: {@code 3.8}, {@code 3.12}. */
  static final class ShortPythonNames {

    private final List<MeasuredPython> all;

    ShortPythonNames(List<MeasuredPython> all) {
      this.all = all;
    }

    String of(MeasuredPython python) {
      String minor = minor(python);
      boolean alone = all.stream().filter(other -> minor(other).equals(minor)).count() == 1;
      return alone && all.size() > 1 ? minor : python.version();
    }

    String of(List<MeasuredPython> pythons) {
      return pythons.stream().map(this::of).collect(Collectors.joining(", "));
    }

    private static String minor(MeasuredPython python) {
      String[] parts = python.version().split("\\.");
      return parts.length < 2 ? python.version() : parts[0] + "." + parts[1];
    }
  }

  /** What other ways of cutting would keep, and lose. */
  private static final class CutTable {

    /** The number that the usual recipe names. */
    private static final int USUAL = 3;

    private final Depths depths;
    private final TextTable table;

    CutTable(Depths depths, String program) {
      this.depths = depths;
      String unit = depths.countedOnly() ? "keeps calls" : "keeps events";
      table = new TextTable("lrrrl", List.of("what is kept", unit, "of the module", "loses", ""));
      int cutoff = depths.cutoff().orElseThrow();
      row("file " + program, depths.byFileName(), Tone.PLAIN);
      for (int number : new TreeSet<>(List.of(USUAL, cutoff - 1, cutoff, cutoff + 1))) {
        String mark =
            number == cutoff ? "  (measured)" : number == USUAL ? "  (the usual guess)" : "";
        row(
            "depth > " + number + mark,
            depths.cutAt(number),
            number == cutoff ? Tone.STRONG : Tone.PLAIN);
      }
      row("auto: each stack's own", depths.cutAtEachBase(), Tone.PLAIN);
    }

    void write(TextReport report) throws IOException {
      table.write(report);
    }

    private void row(String what, CutEffect effect, Tone tone) {
      table.row(
          tone,
          what,
          "" + effect.kept(),
          "" + effect.moduleLevel(),
          "" + effect.lost(),
          effect.lost() == 0
              ? ""
              : (depths.countedOnly() ? "" : Phrases.count(effect.lostCalls(), "call") + ": ")
                  + String.join(", ", effect.lostNames()));
    }
  }
}
