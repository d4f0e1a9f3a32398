package dev.leadline.calltree;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The frames on one thread's stack, each with the tally it counts for, and the time that passes.
 */
final class ActivationStack {

  private static final int FIRST_SIZE = 8;

  private Frame[] frames = new Frame[FIRST_SIZE];
  private Tally[] tallies = new Tally[FIRST_SIZE];
  private long[] startNs = new long[FIRST_SIZE];
  private boolean[] outermost = new boolean[FIRST_SIZE];
  private int size;
  private boolean afterException;
  private long lastNs = TraceEvent.NO_TIME;

  /** Calls of tallies that another thread's stack is counting at the moment. */
  private Map<Tally, Integer> shared = Map.of();

  void enter(Frame frame, Tally tally, long timeNs) {
    if (size == frames.length) {
      grow();
    }
    elapse(timeNs);
    frames[size] = frame;
    tallies[size] = tally;
    startNs[size] = timeNs;
    outermost[size] = tally.enter(this);
    size++;
    afterException = false;
  }

  void leave(Frame frame, long timeNs) {
    if (!isTop(frame)) {
      return;
    }
    elapse(timeNs);
    size--;
    Tally tally = tallies[size];
    if (outermost[size] && timeNs != TraceEvent.NO_TIME && startNs[size] != TraceEvent.NO_TIME) {
      tally.total(timeNs - startNs[size]);
    }
    tally.leave(this, afterException);
    frames[size] = null;
    tallies[size] = null;
    afterException = false;
  }

  void line(Frame frame) {
    if (isTop(frame)) {
      tallies[size - 1].line();
      afterException = false;
    }
  }

  void exception(Frame frame) {
    if (isTop(frame)) {
      tallies[size - 1].exception();
      afterException = true;
    }
  }

  /** Leaves all frames, at the end of a trace that did not see them go. */
  void leaveAll(long timeNs) {
    afterException = false;
    while (size > 0) {
      leave(frames[size - 1], timeNs);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The tally of the frame on top. */
  Tally top() {
    return tallies[size - 1];
  }

  /** The last time that was told, or {@link TraceEvent#NO_TIME}. */
  long lastNs() {
    return lastNs;
  }

  boolean enterShared(Tally tally) {
    if (shared.isEmpty()) {
      shared = new IdentityHashMap<>();
    }
    return shared.merge(tally, 1, Integer::sum) == 1;
  }

  boolean hasShared(Tally tally) {
    return !shared.isEmpty() && shared.containsKey(tally);
  }

  /** Takes one back; false if there is none. */
  boolean leaveShared(Tally tally) {
    if (!hasShared(tally)) {
      return false;
    }
    shared.computeIfPresent(tally, (key, count) -> count == 1 ? null : count - 1);
    return true;
  }

  /** Events of frames whose call was left out count for nobody. */
  private boolean isTop(Frame frame) {
    return size > 0 && frames[size - 1] == frame;
  }

  private void elapse(long timeNs) {
    if (timeNs == TraceEvent.NO_TIME) {
      return;
    }
    if (size > 0 && lastNs != TraceEvent.NO_TIME) {
      tallies[size - 1].own(timeNs - lastNs);
    }
    lastNs = timeNs;
  }

  private void grow() {
    frames = Arrays.copyOf(frames, 2 * size);
    tallies = Arrays.copyOf(tallies, 2 * size);
    startNs = Arrays.copyOf(startNs, 2 * size);
    outermost = Arrays.copyOf(outermost, 2 * size);
  }
}
