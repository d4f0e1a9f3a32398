package dev.leadline.report.coverage;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceRecord;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.source.StoredSources;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A format that says which lines of which files ran: written when the trace is over. */
abstract class CoverageFormat implements ReportFormat.ForTools {

  static final Set<Need> NEEDS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Need.TIMES)));

  /**
   * What is written.
   *
   * @param ran of which something ran
   * @param stored what the trace holds of its sources
   */
  record Collected(RanFiles ran, StoredSources stored, Header header) {}

  /** Writes the report. */
  abstract void write(Collected collected, ReportTarget target) throws IOException;

  @Override
  public Set<Need> needs() {
    return NEEDS;
  }

  @Override
  public EventSink open(ReportTarget target) {
    return new Sink(target);
  }

  private final class Sink implements EventSink {
    private final ReportTarget target;
    private final ArcCollector arcs = new ArcCollector();
    private final StoredSources stored = new StoredSources();
    private Header header;

    Sink(ReportTarget target) {
      this.target = target;
    }

    @Override
    public void header(Header first) throws IOException {
      header = first;
      arcs.header(first);
    }

    @Override
    public void events(EventBatch events) throws IOException {
      arcs.events(events);
    }

    @Override
    public void record(TraceRecord record) throws IOException {
      stored.record(record);
      arcs.record(record);
    }

    @Override
    public boolean readsValues() {
      return false;
    }

    @Override
    public void end(Ending ending) throws IOException {
      arcs.end(ending);
      write(new Collected(arcs.files(), stored, header), target);
      arcs.unnamed().sentence().ifPresent(target::leaveOut);
      target.flush();
    }
  }
}
