package dev.leadline.report.compare;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.CauseFinder.Sides;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.outputs.OutputComparison;
import dev.leadline.outputs.OutputComparison.OutputPart;
import dev.leadline.report.compare.SideSource.SideProcess;
import dev.leadline.report.compare.SideText.Side;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.TextLine;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.source.SourceAccess;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A comparison for people: what the program itself did otherwise, with both sides and the calls
 * that led there; then what is unexplained; the known differences of interpreters in a line each.
 */
public final class ComparisonText {

  /** How many functions are named that were called on one side only. */
  private static final int CALLS = 6;

  private static final int PLACES = 10;

  private final Writer out;
  private final ComparisonStyle style;
  private final SideSource source;

  /**
   * One into {@code out}, which stays open.
   *
   * @param access what the traces are trusted to name as their source
   */
  public ComparisonText(Writer out, ComparisonStyle style, SourceAccess access) {
    this.out = out;
    this.style = style;
    this.source = new SideSource(access);
  }

  /** Writes a comparison of two executions whose outputs are not known. */
  public void write(Comparison comparison) throws IOException {
    write(comparison, OutputComparison.EQUAL);
  }

  /** Writes what two runs did and wrote. */
  public void write(Comparison comparison, OutputComparison output) throws IOException {
    wrap(2, new TextLine(style.text()).add(verdict(comparison, output), Tone.STRONG));
    side("left ", style.left(), comparison.sides().left());
    side("right", style.right(), comparison.sides().right());
    first(comparison);
    for (String caution : comparison.cautions()) {
      wrap(4, new TextLine(style.text()).add("  caution: " + caution, Tone.ALARM));
    }
    places("What the program did otherwise", Category.PROGRAM, comparison);
    output(output, comparison);
    places("Unexplained", Category.UNEXPLAINED, comparison);
    places("Not repeatable", Category.UNSTABLE, comparison);
    known(comparison);
    if (style.times()) {
      new TimesText(style.text(), this::line).write(comparison.times());
    }
    out.flush();
  }

  /** The places of one category alone, as far as there are any, without more words. */
  public void writePlaces(Comparison comparison, Category category) throws IOException {
    places(comparison.groups(category), comparison);
    out.flush();
  }

  private void output(OutputComparison output, Comparison comparison) throws IOException {
    if (!output.equal()) {
      line(new TextLine(style.text()));
      line(new TextLine(style.text()).add("What the program wrote otherwise:", Tone.STRONG));
      new OutputText(out, style.text(), comparison.allowance()).write(output);
    }
  }

  private static String verdict(Comparison comparison, OutputComparison output) {
    if (comparison.equal() && output.equal()) {
      return "Both did the same.";
    }
    List<String> parts = new ArrayList<>();
    long programs = comparison.count(Category.PROGRAM) + output.count(Category.PROGRAM);
    parts.add(Phrases.count(programs, "difference") + " of the program");
    parts.add(comparison.count(Category.UNEXPLAINED) + " unexplained");
    long unstable = comparison.count(Category.UNSTABLE) + output.count(Category.UNSTABLE);
    if (unstable > 0) {
      parts.add(unstable + " not repeatable");
    }
    parts.add(comparison.countOfInterpreters() + " known of the interpreters");
    long allowed = allowed(comparison, output);
    if (allowed > 0) {
      parts.add(allowed + " allowed");
    }
    return String.join(", ", parts);
  }

  private static long allowed(Comparison comparison, OutputComparison output) {
    long allowed = 0;
    for (Category category : Category.values()) {
      allowed += comparison.count(category) - comparison.failing(category);
      for (OutputPart part : OutputPart.values()) {
        allowed += comparison.allowance().allows(part.id()) ? output.count(part, category) : 0;
      }
    }
    return allowed;
  }

  private void side(String side, String name, ExecutionFacts facts) throws IOException {
    wrap(
        9,
        new TextLine(style.text())
            .add("  " + side + "  " + name)
            .add("  " + Phrases.python(facts.header()), Tone.FAINT)
            .add("  " + Phrases.count(facts.activations(), "call"))
            .add(
                "  " + Phrases.outcome(facts.ending()) + Phrases.status(facts.ending()),
                Tone.FAINT));
  }

  /** What came first in the execution, where the report begins with something else. */
  private void first(Comparison comparison) throws IOException {
    Optional<DifferenceGroup> first = comparison.first();
    if (first.isPresent() && !first.get().equals(comparison.groups().get(0))) {
      DifferenceGroup group = first.get();
      String what = group.function().qualname() + " " + KindText.of(group);
      String place = where(group.first());
      wrap(
          9,
          new TextLine(style.text())
              .add("  first  " + what + "  " + place)
              .add("  " + group.cause().title(), Tone.FAINT));
    }
  }

  private void places(String title, Category category, Comparison comparison) throws IOException {
    List<DifferenceGroup> groups = comparison.groups(category);
    if (groups.isEmpty()) {
      return;
    }
    line(new TextLine(style.text()));
    line(new TextLine(style.text()).add(title + ":", Tone.STRONG));
    places(groups, comparison);
  }

  private void places(List<DifferenceGroup> groups, Comparison comparison) throws IOException {
    List<DifferingPlace> places = DifferingPlace.of(groups);
    int number = 0;
    for (DifferingPlace place : places) {
      if (++number > PLACES) {
        int more = places.size() - PLACES;
        line(new TextLine(style.text()).add("  and in " + Phrases.count(more, "place") + " more"));
        return;
      }
      place(number, place, comparison);
    }
  }

  private void place(int number, DifferingPlace place, Comparison comparison) throws IOException {
    DifferenceGroup group = place.groups().get(0);
    Difference first = group.first();
    List<String> whats = new ArrayList<>();
    place.groups().forEach(each -> whats.add(KindText.of(each)));
    String often = group.count() > 1 ? "  x" + group.count() : "";
    boolean allowed = place.groups().stream().allMatch(comparison.allowance()::allows);
    wrap(
        9,
        new TextLine(style.text())
            .add("  " + number + ". ")
            .add(group.function().qualname(), Tone.STRONG)
            .add(" " + String.join(", ", whats) + often)
            .add("  " + where(first) + (allowed ? "  allowed" : ""), Tone.FAINT));
    if (group.cause().category() == Category.UNSTABLE) {
      line(new TextLine(style.text()).add("       " + group.cause().title(), Tone.FAINT));
    }
    String path = SideText.path(first.either());
    if (!path.isEmpty()) {
      wrap(9, new TextLine(style.text()).add("       called by " + path, Tone.FAINT));
    }
    Sides sides = comparison.sides();
    side("left ", Side.left(first), SideProcess.of(first.left(), sides.left()));
    side("right", Side.right(first), SideProcess.of(first.right(), sides.right()));
    calls(place, DifferenceKind.CALL_LEFT, "left");
    calls(place, DifferenceKind.CALL_RIGHT, "right");
    if (!place.followers().isEmpty()) {
      String callers = String.join(", ", place.followers());
      wrap(9, new TextLine(style.text()).add("       and on through " + callers, Tone.FAINT));
    }
  }

  /** The calls of one side that followed from it. */
  private void calls(DifferingPlace place, DifferenceKind kind, String side) throws IOException {
    List<DifferenceGroup> calls =
        place.calls().stream().filter(group -> group.kind() == kind).toList();
    if (calls.isEmpty()) {
      return;
    }
    long count = calls.stream().mapToLong(DifferenceGroup::count).sum();
    String names =
        calls.stream()
            .limit(CALLS)
            .map(group -> group.function().qualname())
            .collect(Collectors.joining(", "));
    String more = calls.size() > CALLS ? " ..." : "";
    wrap(
        14,
        new TextLine(style.text())
            .add("       so     ", Tone.FAINT)
            .add(Phrases.count(count, "call") + " on the " + side + " only: " + names + more));
  }

  private void side(String word, Side side, SideProcess process) throws IOException {
    wrap(14, new TextLine(style.text()).add("       " + word + "  ").add(SideText.of(side)));
    for (String text : source.of(process, side)) {
      line(new TextLine(style.text()).add("                ").add(text, Tone.FAINT));
    }
  }

  /** The known ones: one line for each cause. */
  private void known(Comparison comparison) throws IOException {
    Map<Cause, List<DifferenceGroup>> causes = new LinkedHashMap<>();
    Map<String, Cause> byId = new LinkedHashMap<>();
    for (DifferenceGroup group : comparison.groupsOfInterpreters()) {
      Cause cause = byId.computeIfAbsent(group.cause().id(), id -> group.cause());
      causes.computeIfAbsent(cause, key -> new ArrayList<>()).add(group);
    }
    if (causes.isEmpty()) {
      return;
    }
    line(new TextLine(style.text()));
    line(new TextLine(style.text()).add("Known differences of the interpreters:", Tone.STRONG));
    for (Map.Entry<Cause, List<DifferenceGroup>> entry : causes.entrySet()) {
      Cause cause = entry.getKey();
      List<DifferenceGroup> groups = entry.getValue();
      long count = groups.stream().mapToLong(DifferenceGroup::count).sum();
      long functions = groups.stream().map(DifferenceGroup::function).distinct().count();
      String source = cause.source().isEmpty() ? "" : " (" + cause.source() + ")";
      wrap(
          4,
          new TextLine(style.text())
              .add("  " + cause.title() + source)
              .add("  x" + count + " in " + Phrases.count(functions, "function"))
              .add(", first " + where(groups.get(0).first()), Tone.FAINT));
    }
  }

  private static String where(Difference difference) {
    Occurrence occurrence = difference.either();
    Activation activation = occurrence.activation();
    int line = activation.definition().firstlineno();
    String place = activation.key().file() + (line == TraceEvent.NO_LINENO ? "" : ":" + line);
    return thread(occurrence).map(thread -> place + " in " + thread).orElse(place);
  }

  /** The thread, where it is not the main thread of the first process. */
  static Optional<String> thread(Occurrence occurrence) {
    int process = occurrence.stack().process().number();
    if (occurrence.stack().thread() == 0 && process == 0) {
      return Optional.empty();
    }
    String greenlet = occurrence.stack().greenlet() ? "greenlet " : "";
    String of = process == 0 ? "" : " of process " + process;
    return Optional.of(greenlet + occurrence.stack().name() + of);
  }

  private void line(TextLine line) throws IOException {
    out.write(line.text());
    out.write('\n');
  }

  /** A sentence: what is too long for a line goes on below, further right. */
  private void wrap(int indent, TextLine line) throws IOException {
    out.write(line.wrapped(indent));
    out.write('\n');
  }
}
