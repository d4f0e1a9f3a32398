package dev.leadline.calltree;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
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
  private boolean blind;

  /** Calls of tallies that another thread's stack is counting at the moment. */
  private Map<Tally, Integer> shared = Map.of();

  /** A frame is about to come: time passes, and those that are as deep must be gone. */
  void expect(Frame frame, long timeNs) {
    elapse(timeNs);
    while (size > 0 && frames[size - 1].depth() >= frame.depth()) {
      drop(timeNs, false);
    }
  }

  /** A frame is there since that time; unknown where it came unseen before any time was told. */
  void enter(Frame frame, Tally tally, long timeNs) {
    if (size == frames.length) {
      grow();
    }
    frames[size] = frame;
    tallies[size] = tally;
    startNs[size] = timeNs;
    outermost[size] = tally.enter(this);
    size++;
    afterException = false;
  }

  void leave(Frame frame, long timeNs) {
    if (uncover(frame, timeNs)) {
      elapse(timeNs);
      drop(timeNs, afterException);
      afterException = false;
    }
  }

  void line(Frame frame) {
    if (uncover(frame, lastNs)) {
      tallies[size - 1].line();
      afterException = false;
    }
  }

  void exception(Frame frame) {
    if (uncover(frame, lastNs)) {
      tallies[size - 1].exception();
      afterException = true;
    }
  }

  /** Leaves all frames but those that both begin with; how many these are. */
  int keep(List<Frame> seen) {
    int same = 0;
    while (same < size && same < seen.size() && frames[same] == seen.get(same)) {
      same++;
    }
    leaveTo(same, lastNs);
    return same;
  }

  /** Leaves the frames above that many, which nobody saw go. */
  void leaveTo(int remaining, long timeNs) {
    elapse(timeNs);
    while (size > remaining) {
      drop(timeNs, false);
    }
    afterException = false;
  }

  /** Whether frames may have come and gone since the last event, without a word. */
  boolean blind() {
    return blind;
  }

  void blind(boolean now) {
    blind = now;
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

  /**
   * Whether a frame is on the stack, and then on top: those above it are gone without a word.
   * Events of frames whose call was left out count for nobody.
   */
  private boolean uncover(Frame frame, long timeNs) {
    if (size > 0 && frames[size - 1] == frame) {
      return true;
    }
    int at = size - 1;
    while (at >= 0 && frames[at] != frame) {
      at--;
    }
    if (at >= 0) {
      leaveTo(at + 1, timeNs);
    }
    return at >= 0;
  }

  private void drop(long timeNs, boolean unwinding) {
    size--;
    Tally tally = tallies[size];
    if (outermost[size] && timeNs != TraceEvent.NO_TIME && startNs[size] != TraceEvent.NO_TIME) {
      tally.total(timeNs - startNs[size]);
    }
    tally.leave(this, unwinding);
    frames[size] = null;
    tallies[size] = null;
  }

  private void elapse(long timeNs) {
    if (timeNs == TraceEvent.NO_TIME) {
      return;
    }
    if (lastNs == TraceEvent.NO_TIME) {
      Arrays.fill(startNs, 0, size, timeNs);
    } else if (size > 0) {
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
