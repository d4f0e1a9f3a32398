package dev.leadline.wire;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import java.util.Arrays;
import java.util.List;

/** The recorded frames that are on one thread's stack, and the time of its last timestamp. */
final class ThreadStack {

  private final TraceThread thread;
  private Frame[] frames = new Frame[8];
  private int size;
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
  long advance(long ns) throws MalformedRecordException {
    if (timeNs == TraceEvent.NO_TIME) {
      throw new MalformedRecordException("an event has a time, and its batch has none");
    }
    timeNs += ns;
    return timeNs;
  }

  /** A call from the frame on top, as the short form of a call means it. */
  Frame pushDirect(KnownCode known) throws MalformedRecordException {
    if (size == 0) {
      throw new MalformedRecordException("a short call has no frame beneath it");
    }
    Frame caller = frames[size - 1];
    int level = caller.level() + KnownCode.levels(caller.code());
    return put(new Frame(known.code(), thread, caller.depth() + 1, level));
  }

  /**
   * A call at a depth that it tells itself; frames as deep as that are gone, whatever became of
   * them.
   */
  Frame push(KnownCode known, int depth, int level, int activation) {
    while (size > 0 && frames[size - 1].depth() >= depth) {
      size--;
      frames[size] = null;
    }
    return put(new Frame(known.code(), thread, depth, level, activation));
  }

  /**
   * Makes the stack what was seen of it, the outermost frame first. The frames that stood there
   * already stay the same.
   */
  List<Frame> become(List<Frame> seen) {
    int same = 0;
    while (same < size && same < seen.size() && frames[same].equals(seen.get(same))) {
      same++;
    }
    while (size > same) {
      size--;
      frames[size] = null;
    }
    seen.subList(same, seen.size()).forEach(this::put);
    return List.of(Arrays.copyOf(frames, size));
  }

  TraceThread thread() {
    return thread;
  }

  private Frame put(Frame frame) {
    if (size == frames.length) {
      frames = Arrays.copyOf(frames, 2 * size);
    }
    frames[size] = frame;
    size++;
    return frame;
  }

  Frame pop() throws MalformedRecordException {
    Frame frame = top();
    size--;
    frames[size] = null;
    return frame;
  }

  Frame top() throws MalformedRecordException {
    if (size == 0) {
      throw new MalformedRecordException("an event has no frame to belong to");
    }
    return frames[size - 1];
  }
}
