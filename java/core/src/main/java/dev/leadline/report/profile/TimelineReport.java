package dev.leadline.report.profile;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.EventBatch;
import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues;
import dev.leadline.event.Header;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A report that draws the lanes of all processes on one axis of time: spans, the depth of each lane
 * as a counter, and an arrow from what started a process to the first span of it.
 */
abstract class TimelineReport extends SpanReport {

  private final DepthPoints depths = new DepthPoints();
  private final Map<Long, Integer> processOfPid = new HashMap<>();
  private final Map<Integer, Long> arrowOfProcess = new HashMap<>();

  /** The event that is replayed: the batch it is in, and where it is in that. */
  private Optional<EventBatch> current = Optional.empty();

  private int index;

  /** A process is new; comes before anything else of it. */
  abstract void begins(TraceProcess process) throws IOException;

  /** A span begins, with values where they were recorded. */
  abstract void opens(Lane lane, TracedFunction function, long atNs, Optional<FrameValues> values)
      throws IOException;

  /** The innermost span ends. */
  abstract void closes(Lane lane, TracedFunction function, long atNs, Optional<FrameValues> values)
      throws IOException;

  /** An arrow goes out from a lane that has a span open. */
  abstract void arrowFrom(Lane lane, long atNs, long arrow) throws IOException;

  /** An arrow ends at the span of a lane that was opened last. */
  abstract void arrowTo(Lane lane, long atNs, long arrow) throws IOException;

  /** The depth of a lane from a time on; at the end of the report. */
  abstract void depth(Lane lane, long atNs, int depth) throws IOException;

  @Override
  public void header(Header header) throws IOException {
    super.header(header);
    begin(new TraceProcess(0, header));
  }

  private void begin(TraceProcess process) throws IOException {
    begins(process);
    processOfPid.put(process.header().process(), process.number());
  }

  @Override
  public void events(EventBatch events) throws IOException {
    current = Optional.of(events);
    for (index = 0; index < events.size(); index++) {
      replay(events, index);
    }
    current = Optional.empty();
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    if (record instanceof ProcessBegin begin) {
      drawArrow(begin.process());
      begin(begin.process());
    }
    super.record(record);
  }

  /**
   * The agent writes all that came before a process is started: of the lanes of the parent that
   * have a frame, the one that ran last started it.
   */
  private void drawArrow(TraceProcess process) throws IOException {
    Header header = process.header();
    Integer parent =
        header.parent().isPresent() ? processOfPid.get(header.parent().getAsLong()) : null;
    Optional<Lane> from =
        lanes().all().stream()
            .filter(lane -> parent != null && lane.thread().process() == parent && lane.opened > 0)
            .max(Comparator.comparingLong(Lane::lastNs));
    if (from.isPresent()) {
      arrowFrom(from.get(), from.get().lastNs(), process.number());
      arrowOfProcess.put(process.number(), (long) process.number());
    }
  }

  @Override
  void begins(Lane lane) throws IOException {
    depths.begins(lane);
  }

  @Override
  public void opened(Lane lane, Frame frame, TracedFunction function, long atNs)
      throws IOException {
    depths.add(lane, atNs, frame.depth());
    opens(lane, function, atNs, valuesOf(frame));
    if (!arrowOfProcess.isEmpty()) {
      Long arrow = arrowOfProcess.remove(lane.thread().process());
      if (arrow != null) {
        arrowTo(lane, atNs, arrow);
      }
    }
  }

  @Override
  public void closed(Lane lane, Frame frame, TracedFunction function, long atNs, int depth)
      throws IOException {
    depths.add(lane, atNs, depth);
    closes(lane, function, atNs, valuesOf(frame));
  }

  /** What a value is called: that which is returned or yielded has no name of its own. */
  static String nameOf(FrameValues.Named value) {
    return value.name().isEmpty() ? "return" : value.name();
  }

  /** The values of the event that makes a span begin or end. */
  private Optional<FrameValues> valuesOf(Frame frame) {
    return current
        .filter(events -> events.frame(index) == frame)
        .flatMap(events -> events.values(index));
  }

  @Override
  void finish() throws IOException {
    depths.report(this::depth);
  }

  @Override
  public boolean readsValues() {
    return true;
  }
}
