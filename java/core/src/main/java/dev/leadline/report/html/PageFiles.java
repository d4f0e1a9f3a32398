package dev.leadline.report.html;

import dev.leadline.event.Ending;
import dev.leadline.event.ExecutableFile;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.report.format.ExecutableLines;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.html.LineHits.FileLines;
import dev.leadline.source.SourceFile;
import dev.leadline.source.StoredSources;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The source files of a page: their text, and what of them could have run. */
final class PageFiles {

  private final ReportTarget target;
  private final StoredSources stored = new StoredSources();
  private final Map<Integer, Header> processes = new HashMap<>();
  private boolean limited;

  PageFiles(ReportTarget target) {
    this.target = target;
  }

  void header(Header header) {
    processes.put(0, header);
  }

  void record(TraceRecord record) {
    stored.record(record);
    if (record instanceof ProcessBegin begin) {
      processes.put(begin.process().number(), begin.process().header());
    } else if (record instanceof Notice notice) {
      limited |= notice.kind() == Notice.Kind.LIMIT;
    }
  }

  /** The source of a file, where it may be read. */
  Optional<SourceFile> find(FileLines lines) {
    return Optional.ofNullable(processes.get(lines.process()))
        .flatMap(header -> target.sources().of(header, stored).find(lines.file()));
  }

  /** The whole name of a file. */
  String name(FileLines lines) {
    return processes.get(lines.process()).absolute(lines.file());
  }

  /**
   * What can run of files, by their whole names; empty where no interpreter can be asked.
   *
   * @throws IOException if it gives no answer
   */
  Map<String, ExecutableFile> executable(Collection<String> files) throws IOException {
    Header header = processes.get(0);
    return new ExecutableLines(stored, target.sources().of(header, stored))
        .of(files, target.python(), header);
  }

  /** Why lines that a trace does not show may have run all the same; empty where they did not. */
  Optional<String> uncertainty(Ending ending, boolean gaps) {
    Header header = processes.get(0);
    Recording recording = header.recording();
    for (Need need : new Need[] {Need.LINES, Need.MODULE_LEVEL}) {
      if (!need.isIn(header)) {
        return Optional.of("the trace lacks " + Need.phrase(new TreeSet<>(Set.of(need))));
      }
    }
    if (!recording.functions().isEmpty()
        || recording.levels().isPresent()
        || cuts(header, ending)) {
      return Optional.of("filters leave out events");
    }
    boolean cut =
        switch (ending.outcome()) {
          case CUT, DIED -> true;
          case COMPLETED, RAISED, EXITED, LEFT, TIMED_OUT, NOT_FOUND -> false;
        };
    return gaps || limited || cut || ending.malformedLines() > 0
        ? Optional.of("events are missing")
        : Optional.empty();
  }

  private static boolean cuts(Header header, Ending ending) {
    OptionalInt cutoff = header.recording().cutoff();
    return cutoff.isPresent() && cutoff.getAsInt() >= ending.baseDepth().orElse(1);
  }
}
