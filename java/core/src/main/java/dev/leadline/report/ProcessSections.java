package dev.leadline.report;

import dev.leadline.calltree.ProcessTotals;
import dev.leadline.calltree.ProcessTotals.Totals;
import dev.leadline.event.Header;
import dev.leadline.event.TraceThread;
import dev.leadline.report.TextLine.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a report, one for each thread, under headings where there are several: of each
 * process, and of each thread of a process that has more than its main thread.
 */
final class ProcessSections<T> {

  /** Writes what belongs to one thread. */
  interface Section<T> {
    void write(Header header, T content) throws IOException;
  }

  private final TextReport report;
  private final ProcessTotals processes;
  private final Map<Integer, Map<TraceThread, T>> byProcess = new LinkedHashMap<>();

  /** Sections of these contents, which are in order. */
  ProcessSections(TextReport report, ProcessTotals processes, Map<TraceThread, T> contents) {
    this.report = report;
    this.processes = processes;
    contents.forEach(
        (thread, content) ->
            byProcess
                .computeIfAbsent(thread.process(), key -> new LinkedHashMap<>())
                .put(thread, content));
  }

  void write(Header first, Section<T> section) throws IOException {
    List<Totals> all = processes.processes();
    for (Totals totals : all) {
      if (all.size() > 1) {
        report.write(report.line().add(heading(totals), Tone.STRONG));
      }
      Map<TraceThread, T> threads = byProcess.remove(totals.process().number());
      if (threads != null) {
        write(threads, totals.process().header(), section);
      }
    }
    for (Map<TraceThread, T> rest : byProcess.values()) {
      write(rest, first, section);
    }
    if (processes.more() > 0) {
      report.prose("note: and " + Shown.count(processes.more(), "more process", "more processes"));
    }
  }

  private void write(Map<TraceThread, T> threads, Header header, Section<T> section)
      throws IOException {
    for (Map.Entry<TraceThread, T> entry : threads.entrySet()) {
      TraceThread thread = entry.getKey();
      if (threads.size() > 1 || thread.id() != 0) {
        report.write(report.line().add(heading(thread), Tone.STRONG));
      }
      section.write(header, entry.getValue());
    }
  }

  private static String heading(TraceThread thread) {
    boolean one = thread.id() != Integer.MAX_VALUE;
    return thread.word() + " " + (one ? thread.id() + " " : "") + thread.name();
  }

  private static String heading(Totals totals) {
    List<String> parts = new ArrayList<>();
    parts.add(Shown.process(totals.process()));
    totals
        .ending()
        .ifPresent(
            ending -> {
              ending.baseDepth().ifPresent(depth -> parts.add("base depth " + depth));
              parts.add(Shown.outcome(ending) + Shown.status(ending));
            });
    return String.join("; ", parts);
  }
}
