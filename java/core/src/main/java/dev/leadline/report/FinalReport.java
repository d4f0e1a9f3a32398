package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.calltree.ProcessTotals;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.report.text.TextReport.Notices;
import java.io.IOException;

/** A report that is written when the trace is over, from what was added up until then. */
abstract class FinalReport implements EventSink {

  private final EventSink own;
  private final DepthTotals depths = new DepthTotals();
  private final ProcessTotals processes = new ProcessTotals();
  private final Notices notices = new Notices();
  private Header header;
  private boolean several;

  /** A report that needs {@code own} totals besides the common ones. */
  FinalReport(EventSink own) {
    this.own = own;
  }

  /** Writes the report, and flushes it. */
  abstract void write(Ending ending) throws IOException;

  DepthTotals depths() {
    return depths;
  }

  ProcessTotals processes() {
    return processes;
  }

  Notices notices() {
    return notices;
  }

  Header header() {
    return header;
  }

  @Override
  public void header(Header header) throws IOException {
    this.header = header;
    own.header(header);
    processes.header(header);
  }

  @Override
  public void events(EventBatch events) throws IOException {
    own.events(events);
    depths.events(events);
    if (several) {
      processes.events(events);
    }
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    own.record(record);
    if (record instanceof ProcessBegin) {
      countEach();
    } else if (record instanceof Notice notice) {
      notices.add(notice);
    }
    processes.record(record);
  }

  @Override
  public void end(Ending ending) throws IOException {
    own.end(ending);
    countEach();
    processes.end(ending);
    write(ending);
  }

  @Override
  public boolean readsValues() {
    return own.readsValues();
  }

  /** As long as there is one process, all events are its own, and are counted once. */
  private void countEach() {
    if (!several) {
      several = true;
      processes.counted(0, depths.all());
    }
  }
}
