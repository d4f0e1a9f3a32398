package dev.leadline.filter;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.IgnoringSink;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceRecord.ProcessEnd;
import dev.leadline.event.TraceRecord.StackState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many events of a trace are those that its recording asked for, by what the processes state
 * when they end: no event need be decoded for that. It is certain unless a process ended without a
 * word, or something may be missing from a stream.
 */
public final class StatedCount implements IgnoringSink {

  private final Map<Integer, Header> headers = new HashMap<>();
  private long count;
  private boolean certain = true;

  /** Whether {@link #count} is what decoding all events would find. */
  public boolean isCertain() {
    return certain;
  }

  /** The number of events. */
  public long count() {
    return Math.min(count, headers.get(0).recording().maxEvents().orElse(Long.MAX_VALUE));
  }

  @Override
  public void header(Header header) {
    headers.put(0, header);
  }

  @Override
  public void record(TraceRecord record) {
    if (record instanceof ProcessBegin begin) {
      headers.put(begin.process().number(), begin.process().header());
    } else if (record instanceof ProcessEnd end) {
      add(end.ending());
      headers.remove(end.process().number());
    } else if (record instanceof BaseDepth base && base.code().isPresent()) {
      leaveOut(base);
    } else if (record instanceof StackState || record instanceof Notice) {
      certain = false;
    }
  }

  @Override
  public void end(Ending ending) {
    add(ending);
  }

  private void add(Ending ending) {
    Optional<Map<EventKind, Long>> events = ending.events();
    certain &= events.isPresent() && ending.outcome() != Ending.Outcome.TIMED_OUT;
    for (EventKind kind : headers.get(0).recording().events()) {
      count += events.map(stated -> stated.getOrDefault(kind, 0L)).orElse(0L);
    }
  }

  /** The program's {@code <module>} is called and returns, which may be structure alone. */
  private void leaveOut(BaseDepth base) {
    Header header = headers.get(base.thread().process());
    Frame frame = new Frame(base.code().orElseThrow(), base.thread(), base.depth(), 0);
    if (!new FrameFilter(header.recording(), header).keeps(frame)) {
      count -= header.recording().events().contains(EventKind.CALL) ? 1 : 0;
      count -= header.recording().events().contains(EventKind.RETURN) ? 1 : 0;
    }
  }
}
