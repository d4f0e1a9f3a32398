package dev.leadline.wire.read;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.json.JsonFormatException;
import dev.leadline.stacks.FrameStack;
import dev.leadline.wire.KnownCode;
import java.util.List;

/** The recorded frames that are on one thread's stack, and the time of its last timestamp. */
final class ThreadStack {

  private final TraceThread thread;
  private final FrameStack frames = new FrameStack();
  private long timeNs = TraceEvent.NO_TIME;

  ThreadStack(TraceThread thread) {
    this.thread = thread;
  }

  /** Begins a batch, whose times count from here. */
  void batchAt(long batchTimeNs) {
    timeNs = batchTimeNs;
  }

  /** The time of the last timestamp, or {@link TraceEvent#NO_TIME}. */
  long timeNs() {
    return timeNs;
  }

  /** The time that many nanoseconds after the last one. */
  long advance(long ns) throws JsonFormatException {
    if (timeNs == TraceEvent.NO_TIME) {
      throw new JsonFormatException("an event has a time, and its batch has none");
    }
    timeNs += ns;
    return timeNs;
  }

  /** A call from the frame on top, as the short form of a call means it. */
  Frame pushDirect(KnownCode known) throws JsonFormatException {
    if (frames.isEmpty()) {
      throw new JsonFormatException("a short call has no frame below it");
    }
    Frame caller = frames.top();
    int level = caller.level() + KnownCode.levels(caller.code());
    return put(new Frame(known.code(), thread, caller.depth() + 1, level));
  }

  /**
   * A call at a depth that its long form states.
   *
   * @param resumed whether a generator goes on. CPython 3.9 shows it at the depth where it ran
   *     before, which may be less than that of the frame that throws into it, and that one stays.
   */
  Frame push(KnownCode known, int depth, int level, int activation, boolean resumed) {
    if (!resumed) {
      frames.truncate(frames.below(depth));
    }
    return put(new Frame(known.code(), thread, depth, level, activation));
  }

  /**
   * Makes the stack what was seen of it, the outermost frame first. The frames that are on it
   * already stay the same.
   */
  List<Frame> become(List<Frame> seen) {
    int same = frames.common(seen);
    frames.truncate(same);
    seen.subList(same, seen.size()).forEach(frames::push);
    return frames.toList();
  }

  TraceThread thread() {
    return thread;
  }

  private Frame put(Frame frame) {
    frames.push(frame);
    return frame;
  }

  Frame pop() throws JsonFormatException {
    Frame frame = top();
    frames.pop();
    return frame;
  }

  Frame top() throws JsonFormatException {
    if (frames.isEmpty()) {
      throw new JsonFormatException("an event has no frame to belong to");
    }
    return frames.top();
  }
}
