package dev.leadline.report.compare;

import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Execution.CallStep;
import dev.leadline.report.text.SourceFiles;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.Sources;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The source lines in which one side of a difference differs, as far as they may be read. */
final class SideSource {

  private static final int LINES = 3;

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
   * @param header of the process that did it
   */
  List<String> of(
      Header header,
      Optional<Occurrence> here,
      Optional<Occurrence> there,
      Optional<Activation> caller,
      Optional<Activation> otherCaller) {
    Sources known = sources.computeIfAbsent(header, access::of);
    if (here.isPresent() && there.isPresent()) {
      return differing(here.get().activation(), there.get().activation(), known);
    }
    if (here.isPresent()) {
      return call(here.get().path(), known);
    }
    return caller.isPresent() && otherCaller.isPresent()
        ? differing(caller.get(), otherCaller.get(), known)
        : List.of();
  }

  /** Where it was called. */
  private List<String> call(List<CallStep> path, Sources known) {
    if (path.isEmpty()) {
      return List.of();
    }
    CallStep last = path.get(path.size() - 1);
    return shown(last.definition().file(), List.of(last.lineno()), known);
  }

  /** The lines that ran here only, or another number of times; and where it raised otherwise. */
  private List<String> differing(Activation here, Activation there, Sources known) {
    SortedSet<Integer> lines = new TreeSet<>();
    if (!here.exceptions().isEmpty() && !raised(here).equals(raised(there))) {
      lines.add(here.exceptions().get(here.exceptions().size() - 1).lineno());
    }
    int shift = there.definition().firstlineno() - here.definition().firstlineno();
    here.lines().entrySet().stream()
        .filter(line -> !line.getValue().equals(there.lines().get(line.getKey() + shift)))
        .limit(LINES)
        .forEach(line -> lines.add(line.getKey()));
    return shown(here.definition().file(), List.copyOf(lines), known);
  }

  private static List<String> raised(Activation activation) {
    return activation.exceptions().stream().map(seen -> seen.type() + seen.message()).toList();
  }

  private List<String> shown(String file, List<Integer> lines, Sources known) {
    List<String> shown = new ArrayList<>();
    for (int line : lines) {
      String text = line == TraceEvent.NO_LINENO ? "" : files.line(known, file, line);
      if (!text.isEmpty() && shown.size() < LINES) {
        shown.add(line + "  " + text);
      }
    }
    return shown;
  }
}
