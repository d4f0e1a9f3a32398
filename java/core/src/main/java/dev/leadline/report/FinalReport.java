package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.calltree.ProcessTotals;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
  public void process(TraceProcess process) throws IOException {
    own.process(process);
    countEach();
    processes.process(process);
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    own.event(event);
    depths.event(event);
    if (several) {
      processes.event(event);
    }
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth) throws IOException {
    own.base(thread, code, depth);
  }

  @Override
  public void stack(TraceThread thread, List<Frame> frames) throws IOException {
    own.stack(thread, frames);
  }

  @Override
  public void notice(Notice notice) throws IOException {
    own.notice(notice);
    notices.add(notice);
  }

  @Override
  public void processEnd(TraceProcess process, Ending ending) throws IOException {
    own.processEnd(process, ending);
    processes.processEnd(process, ending);
  }

  @Override
  public void end(Ending ending) throws IOException {
    own.end(ending);
    countEach();
    processes.end(ending);
    write(ending);
  }

  /** As long as there is one process, all events are its own, and are counted once. */
  private void countEach() {
    if (!several) {
      several = true;
      processes.counted(0, depths.all());
    }
  }
}
