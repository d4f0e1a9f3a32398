package dev.leadline.execution;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The frames on one thread's stack, each with the activation that it runs for. */
final class OpenStack {

  /**
   * One frame.
   *
   * @param folded whether it runs in the name of the activation beneath it
   */
  record Entry(Frame frame, OpenActivation open, boolean folded) {

    /** The same activation in a frame that is told of anew. */
    Entry in(Frame again) {
      return new Entry(again, open, folded);
    }
  }

  final int number;
  int lastRoot = ActivationTable.NONE;

  /** Has left the stack with an exception; whether that reached its caller the next event says. */
  Optional<Entry> leaving = Optional.empty();

  private final List<Entry> entries = new ArrayList<>();
  private long lastNs = TraceEvent.NO_TIME;

  OpenStack(int number) {
    this.number = number;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  int size() {
    return entries.size();
  }

  Entry top() {
    return entries.get(entries.size() - 1);
  }

  void push(Entry entry) {
    entries.add(entry);
  }

  Entry pop() {
    return entries.remove(entries.size() - 1);
  }

  /** How many frames are left when those go that are as deep as this one. */
  int beneath(Frame frame) {
    int size = entries.size();
    while (size > 0 && entries.get(size - 1).frame().depth() >= frame.depth()) {
      size--;
    }
    return size;
  }

  /** How many frames are left when those above this one go; 0 where it is not on the stack. */
  int upTo(Frame frame) {
    int size = entries.size();
    while (size > 0 && entries.get(size - 1).frame() != frame) {
      size--;
    }
    return size;
  }

  /** With how many of these frames the stack begins. */
  int same(List<Frame> frames) {
    int same = 0;
    while (same < entries.size()
        && same < frames.size()
        && entries.get(same).frame() == frames.get(same)) {
      same++;
    }
    return same;
  }

  /**
   * Whether these frames are those on the stack and the one that left it last: 3.15.2 tells of a
   * return where a frame goes on with its exception.
   */
  boolean goesOn(List<Frame> frames) {
    int size = entries.size();
    Frame left = leaving.orElseThrow().frame();
    return frames.size() == size + 1
        && same(frames) == size
        && frames.get(size).code() == left.code()
        && frames.get(size).depth() == left.depth();
  }

  /** Time passes; how much since it was last told, 0 where nobody knows. */
  long elapse(long timeNs) {
    if (timeNs == TraceEvent.NO_TIME) {
      return 0;
    }
    long passed = lastNs == TraceEvent.NO_TIME ? 0 : timeNs - lastNs;
    lastNs = timeNs;
    return passed;
  }
}
