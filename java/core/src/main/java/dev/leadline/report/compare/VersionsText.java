package dev.leadline.report.compare;

import dev.leadline.compare.Cause.Category;
import dev.leadline.event.EventKind;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.report.text.TextReport;
import dev.leadline.report.text.TextTable;
import dev.leadline.source.SourceAccess;
import dev.leadline.versions.NeighbourComparison;
import dev.leadline.versions.VersionComparison;
import dev.leadline.versions.VersionRun;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Several interpreters for people: a table with a line for each, then what neighbours differ in,
 * the pairs in which the program itself went another way first.
 */
public final class VersionsText {

  private static final EventKind[] KINDS = {
    EventKind.CALL, EventKind.LINE, EventKind.RETURN, EventKind.EXCEPTION
  };

  private final Writer out;
  private final TextReport report;
  private final ReportStyle style;
  private final boolean times;

  /**
   * One into {@code out}, which stays open.
   *
   * @param times whether to show what functions took
   */
  public VersionsText(Writer out, ReportStyle style, boolean times) {
    this.out = out;
    this.report = new TextReport(out, style);
    this.style = style;
    this.times = times;
  }

  /**
   * Writes it.
   *
   * @param program what was run, as its user would call it
   */
  public void write(String program, VersionComparison versions) throws IOException {
    report.wrap(2, report.line().add(program, Tone.STRONG).add(heading(versions)));
    report.blank();
    table(versions).write(report);
    for (VersionRun run : versions.runs()) {
      if (run.failure().isPresent()) {
        String text = run.name() + " is not compared: " + run.failure().get();
        report.wrap(2, report.line().add(text, Tone.ALARM));
      }
    }
    for (String note : versions.notes()) {
      report.wrap(2, report.line().add(note, Tone.ALARM));
    }
    alike(versions);
    for (NeighbourComparison pair : byWeight(versions.neighbours())) {
      report.blank();
      report.write(report.line().add(names(pair) + ":", Tone.STRONG));
      ComparisonStyle shown =
          new ComparisonStyle(pair.left().name(), pair.right().name(), times, style);
      new ComparisonText(out, shown, SourceAccess.RUN).write(pair.comparison(), pair.output());
    }
    out.flush();
  }

  private static String heading(VersionComparison versions) {
    String seed = versions.hashSeed().map(value -> ", PYTHONHASHSEED=" + value).orElse("");
    return " on " + Phrases.count(versions.runs().size(), "interpreter") + seed;
  }

  private static TextTable table(VersionComparison versions) {
    List<String> heads =
        List.of(
            "python",
            "base",
            "call",
            "line",
            "return",
            "exc",
            "functions",
            "deepest",
            "status",
            "output");
    TextTable table = new TextTable("l" + "r".repeat(heads.size() - 2) + "l", heads);
    for (VersionRun run : versions.runs()) {
      table.row(Tone.PLAIN, row(run, versions, heads.size()).toArray(String[]::new));
    }
    return table;
  }

  private static List<String> row(VersionRun run, VersionComparison versions, int columns) {
    List<String> row = new ArrayList<>(List.of(run.name()));
    if (run.facts().isPresent()) {
      row.add(number(run.baseDepth()));
      for (EventKind kind : KINDS) {
        row.add(Long.toString(run.facts().get().events().getOrDefault(kind, 0L)));
      }
      row.add(Integer.toString(run.functions()));
      row.add(Integer.toString(run.deepestLevel()));
      row.add(number(run.status()));
      row.add(output(run, versions));
    }
    row.addAll(Collections.nCopies(columns - row.size(), "-"));
    return row;
  }

  /** Its output beside that of the run above, which is the one that it is compared with. */
  private static String output(VersionRun run, VersionComparison versions) {
    return versions.neighbours().stream()
        .filter(pair -> pair.right() == run)
        .map(pair -> pair.output().equal() ? "equal" : "differs")
        .findFirst()
        .orElse("-");
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "-";
  }

  /** Neighbours that did the same, as chains: 3.6.15 = 3.7.16 = 3.8.18. */
  private void alike(VersionComparison versions) throws IOException {
    List<String> chains = new ArrayList<>();
    Optional<VersionRun> last = Optional.empty();
    for (NeighbourComparison pair : versions.neighbours()) {
      if (pair.equal()) {
        boolean goesOn = last.filter(run -> run == pair.left()).isPresent();
        String before = goesOn ? chains.remove(chains.size() - 1) : pair.left().name();
        chains.add(before + " = " + pair.right().name());
        last = Optional.of(pair.right());
      }
    }
    if (!chains.isEmpty()) {
      report.blank();
      String text = String.join(", ", chains);
      report.wrap(2, report.line().add("Did the same: ", Tone.STRONG).add(text));
    }
  }

  private static String names(NeighbourComparison pair) {
    return pair.left().name() + " and " + pair.right().name();
  }

  /** Those that differ: where the program did something else, then the others. */
  private static List<NeighbourComparison> byWeight(List<NeighbourComparison> pairs) {
    return pairs.stream()
        .filter(pair -> !pair.equal())
        .sorted((one, other) -> Integer.compare(weight(one), weight(other)))
        .toList();
  }

  private static int weight(NeighbourComparison pair) {
    if (pair.count(Category.PROGRAM) > 0) {
      return 0;
    }
    return pair.count(Category.UNEXPLAINED) > 0 ? 1 : 2;
  }
}
