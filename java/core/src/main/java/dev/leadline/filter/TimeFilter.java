package dev.leadline.filter;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.CallCounts;
import dev.leadline.event.TraceRecord.StackState;
import dev.leadline.event.TraceThread;
import dev.leadline.stacks.CallStack;
import dev.leadline.stacks.StackListener;
import dev.leadline.stacks.StackReplay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes on what happened from one time on and before another, of a trace that has times. Frames
 * that are on a stack at the first time come onto it then, unseen, and those that are on it at the
 * second time leave it then: the times of a part are what was spent in it, and its calls are those
 * that were made in it. Events without a time belong to the last time of their thread.
 */
public final class TimeFilter implements EventSink {

  private enum Phase {
    BEFORE,
    INSIDE,
    AFTER
  }

  /** One stack, and where it is in relation to the part. */
  private static final class Window {
    private final TraceThread thread;
    private final List<Frame> frames = new ArrayList<>();
    private Phase phase = Phase.BEFORE;
    private boolean timed;

    private Window(TraceThread thread) {
      this.thread = thread;
    }
  }

  private final long fromNs;
  private final long toNs;
  private final EventSink downstream;
  private final StackReplay<Window, Frame> replay = new StackReplay<>(new Frames());
  private final Map<TraceThread, Window> windows = new IdentityHashMap<>();
  private final EventBatch passing = new EventBatch();
  private Window current;

  /**
   * A filter.
   *
   * @param fromNs nanoseconds since the trace's header
   * @param toNs the same; after {@code fromNs}
   */
  public TimeFilter(long fromNs, long toNs, EventSink downstream) {
    this.fromNs = fromNs;
    this.toNs = toNs;
    this.downstream = downstream;
  }

  @Override
  public void header(Header header) throws IOException {
    replay.header(header);
    downstream.header(header);
  }

  @Override
  public void events(EventBatch events) throws IOException {
    Window window = window(events.thread());
    for (int i = 0; i < events.size(); i++) {
      advance(window, events.timeNs(i));
      replay.event(events, i);
      if (window.phase == Phase.INSIDE) {
        passing.add(events, i);
      }
    }
    passOn();
  }

  /** Events come before the records that follow them. */
  private void passOn() throws IOException {
    if (!passing.isEmpty()) {
      downstream.events(passing);
      passing.clear();
    }
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    if (record instanceof StackState state) {
      Window window = window(state.thread());
      advance(window, state.timeNs());
      replay.record(record);
      pass(record, window.phase == Phase.INSIDE);
    } else if (record instanceof CallCounts counts) {
      pass(record, window(counts.thread()).phase == Phase.INSIDE);
    } else {
      replay.record(record);
      pass(record, !(record instanceof Notice notice) || overlaps(notice));
    }
  }

  private void pass(TraceRecord record, boolean passes) throws IOException {
    if (passes) {
      downstream.record(record);
    }
  }

  /** Whether a notice is of no gap, or of one that the part has some of. */
  private boolean overlaps(Notice notice) {
    if (notice.gap().isEmpty()) {
      return true;
    }
    Notice.Gap gap = notice.gap().get();
    boolean endsBefore = gap.toNs() != TraceEvent.NO_TIME && gap.toNs() < fromNs;
    return !endsBefore && gap.fromNs() < toNs;
  }

  @Override
  public void end(Ending ending) throws IOException {
    replay.end(ending);
    downstream.end(ending);
  }

  @Override
  public boolean readsValues() {
    return downstream.readsValues();
  }

  /** Keeps no stack without frames: a program may start threads without end. */
  private Window window(TraceThread thread) {
    if (current == null || current.thread != thread) {
      if (current != null && current.frames.isEmpty()) {
        windows.remove(current.thread);
      }
      current = windows.computeIfAbsent(thread, Window::new);
    }
    return current;
  }

  /** A stack reaches a time: the part may begin for it, or be over. */
  private void advance(Window window, long timeNs) throws IOException {
    if (timeNs == TraceEvent.NO_TIME) {
      return;
    }
    if (window.phase == Phase.BEFORE && timeNs >= fromNs) {
      window.phase = Phase.INSIDE;
      if (!window.frames.isEmpty()) {
        long since = window.timed ? fromNs : TraceEvent.NO_TIME;
        downstream.record(new StackState(window.thread, window.frames, since));
      }
    }
    if (window.phase == Phase.INSIDE && timeNs >= toNs) {
      window.phase = Phase.AFTER;
      passOn();
      if (!window.frames.isEmpty()) {
        downstream.record(new StackState(window.thread, List.of(), toNs));
      }
    }
    window.timed = true;
  }

  /** Holds which frames are on each stack. */
  private final class Frames implements StackListener<Window, Frame> {

    @Override
    public Optional<Window> begins(TraceThread thread) {
      return Optional.of(windows.computeIfAbsent(thread, Window::new));
    }

    @Override
    public Frame entered(CallStack<Window, Frame> stack, Frame frame, int lineno, Entry how) {
      resumed(stack, frame, frame, how);
      return frame;
    }

    @Override
    public void resumed(CallStack<Window, Frame> stack, Frame frame, Frame value, Entry how) {
      stack.state().frames.add(frame);
    }

    @Override
    public void left(CallStack<Window, Frame> stack, Frame frame, Frame value, long sinceNs) {
      List<Frame> frames = stack.state().frames;
      frames.remove(frames.size() - 1);
    }

    @Override
    public void vanished(CallStack<Window, Frame> stack, Frame frame, Frame value, long sinceNs) {
      left(stack, frame, value, sinceNs);
    }

    /** The end of a process moves the time of its stacks, too. */
    @Override
    public void elapsed(CallStack<Window, Frame> stack, long ns) throws IOException {
      advance(stack.state(), stack.timeNs() + ns);
    }
  }
}
