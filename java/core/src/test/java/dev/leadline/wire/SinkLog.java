package dev.leadline.wire;

import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.event.TraceRecord.CallCounts;
import dev.leadline.event.TraceRecord.LayersSeen;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceRecord.ProcessEnd;
import dev.leadline.event.TraceRecord.ProcessLeaving;
import dev.leadline.event.TraceRecord.StackState;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that a sink receives, for tests. */
public final class SinkLog implements EventSink {

  private final List<TraceEvent> events = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<List<Frame>> stacks = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private Header header;

  @Override
  public void header(Header header) {
    this.header = header;
  }

  @Override
  public void event(TraceEvent event) {
    events.add(event);
    event.values().ifPresent(values -> records.add("values " + values.kind() + " " + values));
  }

  @Override
  public void record(TraceRecord record) {
    if (record instanceof ProcessBegin begin) {
      records.add("process " + begin.process());
    } else if (record instanceof ProcessEnd end) {
      records.add("end of " + end.process().number() + " " + end.ending());
    } else if (record instanceof ProcessLeaving leaving) {
      records.add("leaving " + leaving.process() + " " + leaving.leaving());
    } else if (record instanceof BaseDepth base) {
      String code = " " + base.code().map(Code::qualname) + " ";
      records.add("base of " + base.thread() + code + base.depth());
      base.layers().forEach(layer -> records.add("below " + layer.owner().word() + " " + layer));
    } else if (record instanceof LayersSeen layers) {
      records.add("layers " + layers);
    } else if (record instanceof CallCounts calls) {
      records.add("calls of " + calls.thread() + " " + calls.counts());
    } else if (record instanceof StackState state) {
      stacks.add(state.frames());
      records.add("stack of " + state.thread() + " " + state.frames());
    } else if (record instanceof Notice notice) {
      notices.add(notice);
    }
  }

  @Override
  public void end(Ending ending) {
    endings.add(ending);
  }

  public Header header() {
    return header;
  }

  public List<TraceEvent> events() {
    return events;
  }

  public List<Notice> notices() {
    return notices;
  }

  public List<List<Frame>> stacks() {
    return stacks;
  }

  /** All that is neither header, event, notice nor end of the trace, in words. */
  public List<String> records() {
    return records;
  }

  public List<Ending> endings() {
    return endings;
  }

  /** Each event as {@code kind function:lineno depth/level time}. */
  public List<String> lines() {
    return events.stream().map(SinkLog::line).toList();
  }

  private static String line(TraceEvent event) {
    Frame frame = event.frame();
    String line =
        "%s %s:%s %d/%d"
            .formatted(
                event.kind().pythonName(),
                frame.code().qualname(),
                event.lineno() == TraceEvent.NO_LINENO ? "none" : event.lineno(),
                frame.depth(),
                frame.level());
    String time = event.timeNs() == TraceEvent.NO_TIME ? "" : " @" + event.timeNs();
    return event instanceof ExceptionEvent exception
        ? line + " " + exception.type() + ": " + exception.message()
        : line + time;
  }
}
