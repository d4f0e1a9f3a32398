package dev.leadline.report;

import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparison;
import dev.leadline.event.EventKind;
import dev.leadline.report.TextLine.Tone;
import dev.leadline.runs.LineDifference;
import dev.leadline.versions.NeighbourComparison;
import dev.leadline.versions.VersionComparison;
import dev.leadline.versions.VersionRun;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Several interpreters for people: a table with a line for each, then what neighbours differ in,
 * the pairs in which the program itself went another way first.
 */
public final class VersionsText {

  private static final EventKind[] KINDS = {
    EventKind.CALL, EventKind.LINE, EventKind.RETURN, EventKind.EXCEPTION
  };

  private final Writer out;
  private final ReportStyle style;
  private final boolean times;

  /**
   * One into {@code out}, which stays open.
   *
   * @param times whether to show what functions took
   */
  public VersionsText(Writer out, ReportStyle style, boolean times) {
    this.out = out;
    this.style = style;
    this.times = times;
  }

  /**
   * Writes it.
   *
   * @param program what was run, as its user would call it
   */
  public void write(String program, VersionComparison versions) throws IOException {
    line(new TextLine(style).add(program, Tone.STRONG).add(heading(versions)));
    line(new TextLine(style));
    new TextTable(rows(versions)).write(style, this::line);
    for (VersionRun run : versions.runs()) {
      if (run.failure().isPresent()) {
        String text = run.name() + " is not compared: " + run.failure().get();
        line(new TextLine(style).add(text, Tone.ALARM));
      }
    }
    outputs(versions);
    alike(versions);
    for (NeighbourComparison pair : byWeight(versions.neighbours())) {
      line(new TextLine(style));
      line(new TextLine(style).add(names(pair) + ":", Tone.STRONG));
      ComparisonStyle shown =
          new ComparisonStyle(pair.left().name(), pair.right().name(), times, style);
      new ComparisonText(out, shown).write(pair.comparison());
    }
    out.flush();
  }

  private static String heading(VersionComparison versions) {
    return " on "
        + Shown.count(versions.runs().size(), "interpreter")
        + ", PYTHONHASHSEED="
        + versions.hashSeed();
  }

  private static List<List<String>> rows(VersionComparison versions) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("python", "base", "cutoff"));
    for (EventKind kind : KINDS) {
      head.add(kind.pythonName());
    }
    head.addAll(List.of("functions", "deepest", "status", "output"));
    rows.add(head);
    versions.runs().forEach(run -> rows.add(row(run, versions)));
    return rows;
  }

  private static List<String> row(VersionRun run, VersionComparison versions) {
    List<String> row = new ArrayList<>(List.of(run.name()));
    if (run.facts().isEmpty()) {
      return row;
    }
    row.add(number(run.baseDepth()));
    row.add(number(run.baseDepth()));
    for (EventKind kind : KINDS) {
      row.add(Long.toString(run.facts().get().events().getOrDefault(kind, 0L)));
    }
    row.add(Integer.toString(run.functions()));
    row.add(Integer.toString(run.deepestLevel()));
    row.add(number(run.status()));
    row.add(output(run, versions));
    return row;
  }

  private static String output(VersionRun run, VersionComparison versions) {
    if (!run.isComparable()) {
      return "";
    }
    return versions.hasReferenceOutput(run) ? "equal" : "differs";
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "-";
  }

  /** Each output that is not the reference's, once. */
  private void outputs(VersionComparison versions) throws IOException {
    Set<String> told = new HashSet<>();
    for (VersionRun run : versions.runs()) {
      boolean differs = run.isComparable() && !versions.hasReferenceOutput(run);
      if (differs && told.add(run.result().stdout().digest())) {
        output(versions.reference().orElseThrow(), run);
      }
    }
  }

  private void output(VersionRun reference, VersionRun run) throws IOException {
    Optional<LineDifference> where = run.outputDifference(reference);
    if (where.isPresent()) {
      line(new TextLine(style));
      line(new TextLine(style).add("stdout, line " + where.get().lineno() + ":", Tone.STRONG));
      line(new TextLine(style).add("  " + reference.name() + "  ").add(text(where.get().right())));
      line(new TextLine(style).add("  " + run.name() + "  ").add(text(where.get().left())));
    }
  }

  /** Neighbours that did the same, as chains: 3.6.15 = 3.7.16 = 3.8.18. */
  private void alike(VersionComparison versions) throws IOException {
    List<String> chains = new ArrayList<>();
    Optional<VersionRun> last = Optional.empty();
    for (NeighbourComparison pair : versions.neighbours()) {
      if (pair.comparison().equal()) {
        boolean goesOn = last.filter(run -> run == pair.left()).isPresent();
        String before = goesOn ? chains.remove(chains.size() - 1) : pair.left().name();
        chains.add(before + " = " + pair.right().name());
        last = Optional.of(pair.right());
      }
    }
    if (!chains.isEmpty()) {
      line(new TextLine(style));
      String text = String.join(", ", chains);
      line(new TextLine(style).add("Did the same: ", Tone.STRONG).add(text));
    }
  }

  private static String text(Optional<String> line) {
    return line.orElse("(it has ended)");
  }

  private static String names(NeighbourComparison pair) {
    return pair.left().name() + " and " + pair.right().name();
  }

  /** Those that differ: where the program did something else, then the others. */
  private static List<NeighbourComparison> byWeight(List<NeighbourComparison> pairs) {
    return pairs.stream()
        .filter(pair -> !pair.comparison().equal())
        .sorted((one, other) -> Integer.compare(weight(one), weight(other)))
        .toList();
  }

  private static int weight(NeighbourComparison pair) {
    Comparison comparison = pair.comparison();
    if (comparison.count(Category.PROGRAM) > 0) {
      return 0;
    }
    return comparison.count(Category.UNEXPLAINED) > 0 ? 1 : 2;
  }

  private void line(TextLine line) throws IOException {
    out.write(line.text());
    out.write('\n');
  }
}
