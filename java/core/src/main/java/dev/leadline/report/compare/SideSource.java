package dev.leadline.report.compare;

import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Execution.CallStep;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.report.compare.SideText.Side;
import dev.leadline.report.text.SourceFiles;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.Sources;
import dev.leadline.source.StoredSources;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The source lines in which one side of a difference differs, as far as they may be read. */
final class SideSource {

  /** Lines of a text. */
  private static final int LINES = 3;

  /** Lines of an excerpt. */
  private static final int EXCERPT = 40;

  /** Lines around a differing one. */
  private static final int CONTEXT = 2;

  /** Why a line is shown. */
  enum Mark {
    /** It is near one that differs. */
    NONE,
    /** The call that the other side has not was made here. */
    CALL,
    /** An exception was seen here that the other side has not. */
    RAISED,
    /** It ran on this side only. */
    ONLY,
    /** It ran on both sides, another number of times. */
    COUNT
  }

  /**
   * A line of an excerpt.
   *
   * @param count how often it ran; 0 where that is not known
   * @param text the line with its margin
   */
  record Line(int lineno, long count, String text, Mark mark) {}

  /**
   * The lines in which a side differs, with those around them.
   *
   * @param file as CPython has it
   */
  record Excerpt(String file, List<Line> lines) {

    static final Excerpt NONE = new Excerpt("", List.of());

    int characters() {
      return lines.stream().mapToInt(line -> line.text().length()).sum();
    }
  }

  /**
   * A process of one side.
   *
   * @param stored what the side's trace holds of its source files
   */
  record SideProcess(Header header, StoredSources stored) {

    /** That of an occurrence, else the program's own. */
    static SideProcess of(Optional<Occurrence> occurrence, ExecutionFacts facts) {
      return new SideProcess(
          occurrence.map(one -> one.stack().process().header()).orElseGet(facts::header),
          facts.sources());
    }
  }

  private final SourceFiles files = new SourceFiles();
  private final SourceAccess access;

  /** By identity, since one process has one header. */
  private final Map<Header, Sources> sources = new IdentityHashMap<>();

  SideSource(SourceAccess access) {
    this.access = access;
  }

  /**
   * The lines of one side, each behind its number; none where nothing can be read.
   *
   * @param process which did it
   */
  List<String> of(SideProcess process, Side side) {
    Place place = place(side);
    SortedSet<Integer> lines = new TreeSet<>();
    place.marks().entrySet().stream()
        .filter(line -> line.getValue() != Mark.NONE)
        .forEach(line -> addFew(line.getKey(), line.getValue(), lines));
    List<String> shown = new ArrayList<>();
    for (int line : lines) {
      String text = files.line(sources(process), place.file(), line);
      if (!text.isEmpty() && shown.size() < LINES) {
        shown.add(line + "  " + text);
      }
    }
    return shown;
  }

  private static void addFew(int line, Mark mark, SortedSet<Integer> lines) {
    if (mark == Mark.RAISED || lines.size() < LINES) {
      lines.add(line);
    }
  }

  /** The same lines as {@link #of}, all of them, with those around them. */
  Excerpt excerpt(SideProcess process, Side side) {
    Place place = place(side);
    Sources known = sources(process);
    SortedSet<Integer> lines = new TreeSet<>();
    for (int line : place.marks().keySet()) {
      for (int near = line - CONTEXT; near <= line + CONTEXT; near++) {
        boolean inside = near == line || near >= place.first() && near <= place.last();
        if (inside && lines.size() < EXCERPT && files.hasLine(known, place.file(), near)) {
          lines.add(near);
        }
      }
    }
    return new Excerpt(
        place.file(),
        lines.stream()
            .map(
                line ->
                    new Line(
                        line,
                        place.counts().getOrDefault(line, 0L),
                        files.wholeLine(known, place.file(), line),
                        place.marks().getOrDefault(line, Mark.NONE)))
            .toList());
  }

  private Sources sources(SideProcess process) {
    return sources.computeIfAbsent(process.header(), header -> access.of(header, process.stored()));
  }

  /** Where a side differs: marked lines between the first and the last line of a function. */
  private record Place(
      String file, int first, int last, SortedMap<Integer, Mark> marks, Map<Integer, Long> counts) {

    static final Place NONE = new Place("", 0, 0, new TreeMap<>(), Map.of());
  }

  private static Place place(Side side) {
    if (side.here().isPresent() && side.there().isPresent()) {
      return differing(side.here().get().activation(), side.there().get().activation());
    }
    if (side.here().isPresent()) {
      return call(side.here().get().path());
    }
    if (side.caller().isEmpty() || side.otherCaller().isEmpty()) {
      return Place.NONE;
    }
    Place place = differing(side.caller().get(), side.otherCaller().get());
    List<CallStep> path = side.there().map(Occurrence::path).orElse(List.of());
    if (!path.isEmpty() && path.get(path.size() - 1).lineno() != TraceEvent.NO_LINENO) {
      int shift = shift(side.caller().get(), side.otherCaller().get());
      place.marks().putIfAbsent(path.get(path.size() - 1).lineno() - shift, Mark.NONE);
    }
    return place;
  }

  /** Where it was called. */
  private static Place call(List<CallStep> path) {
    if (path.isEmpty()) {
      return Place.NONE;
    }
    CallStep last = path.get(path.size() - 1);
    SortedMap<Integer, Mark> marks = new TreeMap<>();
    mark(last.lineno(), Mark.CALL, marks);
    int first = Math.max(1, last.definition().firstLine());
    return new Place(last.definition().file(), first, last.lineno() + CONTEXT, marks, Map.of());
  }

  /**
   * The lines that ran here only, or another number of times; and where it raised otherwise. Those
   * of the other side are there, too, unmarked: an excerpt shows the same place on both.
   */
  private static Place differing(Activation here, Activation there) {
    SortedMap<Integer, Mark> marks = marks(here, there);
    int shift = shift(here, there);
    marks(there, here).keySet().forEach(line -> marks.putIfAbsent(line - shift, Mark.NONE));
    int last = here.lines().isEmpty() ? Integer.MAX_VALUE : here.lines().lastKey();
    return new Place(
        here.definition().file(), here.definition().firstLine(), last, marks, here.lines());
  }

  private static SortedMap<Integer, Mark> marks(Activation here, Activation there) {
    SortedMap<Integer, Mark> marks = new TreeMap<>();
    int shift = shift(here, there);
    here.lines()
        .forEach(
            (line, count) -> {
              Long other = there.lines().get(line + shift);
              if (!count.equals(other)) {
                mark(line, other == null ? Mark.ONLY : Mark.COUNT, marks);
              }
            });
    if (!here.exceptions().isEmpty() && !raised(here).equals(raised(there))) {
      mark(here.exceptions().get(here.exceptions().size() - 1).lineno(), Mark.RAISED, marks);
    }
    return marks;
  }

  /** How many lines further down the other side has the function. */
  private static int shift(Activation here, Activation there) {
    return there.definition().firstlineno() - here.definition().firstlineno();
  }

  private static void mark(int line, Mark mark, SortedMap<Integer, Mark> marks) {
    if (line != TraceEvent.NO_LINENO) {
      marks.put(line, mark);
    }
  }

  private static List<String> raised(Activation activation) {
    return activation.exceptions().stream().map(seen -> seen.type() + seen.message()).toList();
  }
}
