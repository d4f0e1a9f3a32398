package dev.leadline.report;

import dev.leadline.calltree.CallTree.Deepest;
import dev.leadline.calltree.CallTree.ThreadTree;
import dev.leadline.calltree.ProcessTotals;
import dev.leadline.calltree.ProcessTotals.Totals;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Header;
import dev.leadline.event.TraceThread;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.TextReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a table, under headings where there are several: of each process, and of the threads
 * of a process that has more than its main thread.
 */
final class ProcessSections<T> {

  /** Adds the rows of one part. */
  interface Section<T> {
    void add(Header header, T content);
  }

  private record Part<T>(boolean main, String heading, Optional<Deepest> deepest, T content) {}

  private final FunctionTable table;
  private final ProcessTotals processes;
  private final Map<Integer, List<Part<T>>> byProcess = new LinkedHashMap<>();
  private String ofAll = "";

  ProcessSections(FunctionTable table, ProcessTotals processes) {
    this.table = table;
    this.processes = processes;
  }

  /** Adds what is shown of one thread, or of several as one. */
  void add(ThreadTree threads, T content) {
    boolean main = threads.threads() == 1 && threads.thread().id() == 0;
    add(threads.thread().process(), new Part<>(main, heading(threads), threads.deepest(), content));
  }

  /** Adds what is shown of one thread. */
  void add(TraceThread thread, Optional<Deepest> deepest, T content) {
    add(new ThreadTree(thread, thread, 1, List.of(), deepest), content);
  }

  /** Adds what is shown of all threads of a process. */
  void addAll(int process, Optional<Deepest> deepest, T content) {
    add(process, new Part<>(true, "", deepest, content));
  }

  private void add(int process, Part<T> part) {
    byProcess.computeIfAbsent(process, key -> new ArrayList<>()).add(part);
  }

  /** Adds all to the table. */
  void write(Header first, Section<T> section) {
    List<Totals> all = processes.processes();
    for (Totals totals : all) {
      List<Part<T>> parts = byProcess.remove(totals.process().number());
      String only = parts == null ? "" : onlyDeepest(parts);
      if (all.size() > 1) {
        table.heading(heading(totals) + (only.isEmpty() ? "" : "; " + only), "");
      } else {
        ofAll = only;
      }
      if (parts != null) {
        write(parts, totals.process().header(), section);
      }
    }
    byProcess.values().forEach(rest -> write(rest, first, section));
  }

  /** The deepest call where nothing in the table has a heading; else empty. */
  String deepest() {
    return ofAll;
  }

  /** The deepest call of a process whose only part has no heading of its own. */
  private static <T> String onlyDeepest(List<Part<T>> parts) {
    Part<T> first = parts.get(0);
    return parts.size() == 1 && first.main() ? deepest(first) : "";
  }

  /** Says how many processes are not in the table. */
  void note(TextReport report) throws IOException {
    if (processes.more() > 0) {
      report.prose(
          "note: and " + Phrases.count(processes.more(), "more process", "more processes"));
    }
  }

  private void write(List<Part<T>> parts, Header header, Section<T> section) {
    for (Part<T> part : parts) {
      if (parts.size() > 1 || !part.main()) {
        table.heading(part.heading(), deepest(part));
      }
      section.add(header, part.content());
    }
  }

  private static String heading(ThreadTree threads) {
    TraceThread thread = threads.thread();
    if (threads.threads() > 1) {
      return Phrases.count(threads.threads(), thread.word())
          + " "
          + range(thread.name(), threads.last().name())
          + " alike";
    }
    boolean one = thread.id() != Integer.MAX_VALUE;
    return thread.word() + " " + (one ? thread.id() + " " : "") + thread.name();
  }

  private static String deepest(Part<?> part) {
    return part.deepest().map(ProcessSections::words).orElse("");
  }

  private static String words(Deepest deepest) {
    TracedFunction function = deepest.function();
    String place = function.qualname() + ":" + function.firstlineno();
    return "deepest " + deepest.depth() + " (" + place + ")";
  }

  /** The names of the first and the last, whose numbers alone differ as a rule. */
  private static String range(String first, String last) {
    if (first.equals(last)) {
      return first;
    }
    int shorter = Math.min(first.length(), last.length());
    int start = 0;
    while (start < shorter && first.charAt(start) == last.charAt(start)) {
      start++;
    }
    while (start > 0 && Character.isDigit(first.charAt(start - 1))) {
      start--;
    }
    int end = 0;
    while (end < shorter - start
        && first.charAt(first.length() - 1 - end) == last.charAt(last.length() - 1 - end)) {
      end++;
    }
    while (end > 0 && Character.isDigit(first.charAt(first.length() - end))) {
      end--;
    }
    return first.substring(0, first.length() - end) + ".." + last.substring(start);
  }

  private static String heading(Totals totals) {
    List<String> parts = new ArrayList<>();
    parts.add(Phrases.process(totals.process()));
    totals
        .ending()
        .ifPresent(
            ending -> {
              ending.baseDepth().ifPresent(depth -> parts.add("base depth " + depth));
              parts.add(Phrases.outcome(ending) + Phrases.status(ending));
            });
    return String.join("; ", parts);
  }
}
