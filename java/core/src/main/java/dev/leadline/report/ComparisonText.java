package dev.leadline.report;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.Difference;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.compare.Occurrence;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.ExecutionFacts;
import dev.leadline.report.TextLine.Tone;
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
 * that led there; then what nobody can explain; the known differences of interpreters in a line
 * each.
 */
public final class ComparisonText {

  /** So many functions are named that were called on one side only. */
  private static final int CALLS = 6;

  private static final int PLACES = 10;

  private final Writer out;
  private final ComparisonStyle style;

  /** One into {@code out}, which stays open. */
  public ComparisonText(Writer out, ComparisonStyle style) {
    this.out = out;
    this.style = style;
  }

  public void write(Comparison comparison) throws IOException {
    line(new TextLine(style.text()).add(verdict(comparison), Tone.STRONG));
    side("left ", style.left(), comparison.sides().left());
    side("right", style.right(), comparison.sides().right());
    first(comparison);
    for (String caution : comparison.cautions()) {
      line(new TextLine(style.text()).add("  caution: " + caution, Tone.ALARM));
    }
    places("What the program did otherwise", Category.PROGRAM, comparison);
    places("Unexplained", Category.UNEXPLAINED, comparison);
    known(comparison);
    if (style.times()) {
      new TimesText(style.text(), this::line).write(comparison.times());
    }
    out.flush();
  }

  /** The places of one category alone, as far as there are any, without more words. */
  public void writePlaces(Comparison comparison, Category category) throws IOException {
    places(DifferingPlace.of(comparison.groups(category)));
    out.flush();
  }

  private static String verdict(Comparison comparison) {
    if (comparison.equal()) {
      return "Both did the same.";
    }
    List<String> parts = new ArrayList<>();
    parts.add(Shown.count(comparison.count(Category.PROGRAM), "difference") + " of the program");
    parts.add(comparison.count(Category.UNEXPLAINED) + " unexplained");
    long unstable = comparison.count(Category.UNSTABLE);
    if (unstable > 0) {
      parts.add(unstable + " not repeatable");
    }
    parts.add(comparison.countOfInterpreters() + " known of the interpreters");
    return String.join(", ", parts);
  }

  private void side(String side, String name, ExecutionFacts facts) throws IOException {
    line(
        new TextLine(style.text())
            .add("  " + side + "  " + name)
            .add("  " + Shown.python(facts.header()), Tone.FAINT)
            .add("  " + Shown.count(facts.activations(), "call"))
            .add("  " + Shown.outcome(facts.ending()) + Shown.status(facts.ending()), Tone.FAINT));
  }

  /** What came first in the execution, where the report begins with something else. */
  private void first(Comparison comparison) throws IOException {
    Optional<DifferenceGroup> first = comparison.first();
    if (first.isPresent() && !first.get().equals(comparison.groups().get(0))) {
      DifferenceGroup group = first.get();
      String what = group.function().qualname() + " " + KindText.of(group);
      String place = where(group.first());
      line(
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
    places(DifferingPlace.of(groups));
  }

  private void places(List<DifferingPlace> places) throws IOException {
    int number = 0;
    for (DifferingPlace place : places) {
      if (++number > PLACES) {
        int more = places.size() - PLACES;
        line(new TextLine(style.text()).add("  and in " + Shown.count(more, "place") + " more"));
        return;
      }
      place(number, place);
    }
  }

  private void place(int number, DifferingPlace place) throws IOException {
    DifferenceGroup group = place.groups().get(0);
    Difference first = group.first();
    List<String> whats = new ArrayList<>();
    place.groups().forEach(each -> whats.add(KindText.of(each)));
    String often = group.count() > 1 ? "  x" + group.count() : "";
    line(
        new TextLine(style.text())
            .add("  " + number + ". ")
            .add(group.function().qualname(), Tone.STRONG)
            .add(" " + String.join(", ", whats) + often)
            .add("  " + where(first), Tone.FAINT));
    String path = SideText.path(first.either());
    if (!path.isEmpty()) {
      line(new TextLine(style.text()).add("       called by " + path, Tone.FAINT));
    }
    line(
        new TextLine(style.text())
            .add("       left   ")
            .add(
                SideText.of(
                    first, first.left(), first.right(), first.leftCaller(), first.rightCaller())));
    line(
        new TextLine(style.text())
            .add("       right  ")
            .add(
                SideText.of(
                    first, first.right(), first.left(), first.rightCaller(), first.leftCaller())));
    calls(place, DifferenceKind.CALL_LEFT, "left");
    calls(place, DifferenceKind.CALL_RIGHT, "right");
    if (!place.followers().isEmpty()) {
      String callers = String.join(", ", place.followers());
      line(new TextLine(style.text()).add("       and on through " + callers, Tone.FAINT));
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
    line(
        new TextLine(style.text())
            .add("       so     ", Tone.FAINT)
            .add(Shown.count(count, "call") + " on the " + side + " only: " + names + more));
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
      line(
          new TextLine(style.text())
              .add("  " + cause.title() + source)
              .add("  x" + count + " in " + Shown.count(functions, "function"))
              .add(", first " + where(groups.get(0).first()), Tone.FAINT));
    }
  }

  private static String where(Difference difference) {
    Occurrence occurrence = difference.either();
    Activation activation = occurrence.activation();
    int line = activation.definition().firstlineno();
    String place = activation.key().file() + (line == TraceEvent.NO_LINENO ? "" : ":" + line);
    boolean elsewhere =
        occurrence.stack().thread() != 0 || occurrence.stack().process().number() != 0;
    return elsewhere ? place + " in " + thread(occurrence) : place;
  }

  private static String thread(Occurrence occurrence) {
    int process = occurrence.stack().process().number();
    String greenlet = occurrence.stack().greenlet() ? "greenlet " : "";
    return greenlet + occurrence.stack().name() + (process == 0 ? "" : " of process " + process);
  }

  private void line(TextLine line) throws IOException {
    out.write(line.text());
    out.write('\n');
  }
}
