package dev.leadline.stacks;

import dev.leadline.event.Frame;
import java.util.Arrays;
import java.util.List;

/**
 * The recorded frames on one stack, and the rules by which a trace says that some of them are gone:
 * by a frame that is entered no deeper than they are, by an event of a frame below them, and by a
 * list of what is on the stack.
 */
public final class FrameStack {

  private static final int FIRST_CAPACITY = 8;

  private Frame[] frames = new Frame[FIRST_CAPACITY];
  private int size;

  /** How many frames are on it. */
  public int size() {
    return size;
  }

  /** Whether no frame is on it. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** A frame by its position; 0 is the outermost. */
  public Frame get(int index) {
    return frames[index];
  }

  /** The innermost frame; the stack must not be empty. */
  public Frame top() {
    return frames[size - 1];
  }

  /** Whether this frame is the innermost. */
  boolean isTop(Frame frame) {
    return size > 0 && frames[size - 1] == frame;
  }

  /** Puts a frame on top. */
  public void push(Frame frame) {
    if (size == frames.length) {
      frames = Arrays.copyOf(frames, 2 * size);
    }
    frames[size] = frame;
    size++;
  }

  /** Takes the innermost frame off; the stack must not be empty. */
  public Frame pop() {
    size--;
    Frame frame = frames[size];
    frames[size] = null;
    return frame;
  }

  /** Takes frames off until that many are left. */
  public void truncate(int remaining) {
    Arrays.fill(frames, remaining, size, null);
    size = remaining;
  }

  /**
   * How many frames remain where one of this depth is entered: the others are as deep or deeper.
   */
  public int below(int depth) {
    int remaining = size;
    while (remaining > 0 && frames[remaining - 1].depth() >= depth) {
      remaining--;
    }
    return remaining;
  }

  /**
   * How many frames remain where this one has an event: the others are above it. 0 where it is not
   * on the stack.
   */
  public int through(Frame frame) {
    int remaining = size;
    while (remaining > 0 && frames[remaining - 1] != frame) {
      remaining--;
    }
    return remaining;
  }

  /** How many frames remain where these are on the stack: those with which both begin. */
  public int common(List<Frame> stated) {
    int most = Math.min(size, stated.size());
    int same = 0;
    while (same < most && isSame(frames[same], stated.get(same))) {
      same++;
    }
    return same;
  }

  /** The frames, the outermost first. */
  public List<Frame> toList() {
    return List.of(Arrays.copyOf(frames, size));
  }

  private static boolean isSame(Frame one, Frame other) {
    return one == other || one.equals(other);
  }
}
