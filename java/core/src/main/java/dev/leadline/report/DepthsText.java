package dev.leadline.report;

import dev.leadline.depths.Depths;
import dev.leadline.depths.MeasuredPython;
import dev.leadline.depths.Measurement;
import dev.leadline.event.Notice;
import dev.leadline.report.TextLine.Tone;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measured stacks of a program for people: the number first, then why. */
public final class DepthsText {

  private final TextReport report;

  /** A report that is written to {@code out}, which stays open. */
  public DepthsText(Writer out, ReportStyle style) {
    this.report = new TextReport(out, style);
  }

  /** Writes it all. */
  public void write(Measurement measured) throws IOException {
    PythonNames names = new PythonNames(measured.pythons());
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

  /** Interpreters that show the same stacks; those that show none are told of above. */
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

  private void section(Measurement measured, List<MeasuredPython> alike, PythonNames names)
      throws IOException {
    MeasuredPython last = alike.get(alike.size() - 1);
    Depths depths = last.depths().orElseThrow();
    String counts = alike.size() > 1 ? "; the counts are those of " + names.of(last) : "";
    String heading = names.of(alike) + ", program " + Shown.outcome(depths.ending());
    report.paragraph("CPython " + heading + counts, Tone.STRONG);
    if (depths.program().isPresent()) {
      new StackTable(depths).write(report);
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
}
