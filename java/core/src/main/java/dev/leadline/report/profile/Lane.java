package dev.leadline.report.profile;

import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.report.text.TerminalText;

/** One stack of a trace: the frames of a thread, or of a greenlet. */
final class Lane {

  private final int number;
  private final TraceThread thread;
  private long firstNs = TraceEvent.NO_TIME;
  private long lastNs;

  /** Frames on the stack whose begin was passed on. */
  int opened;

  /** The exception that the innermost frame saw last, as long as it has not gone on. */
  ExceptionEvent seen;

  /** The exception with which a frame has just left the stack. */
  ExceptionEvent leaving;

  Lane(int number, TraceThread thread) {
    this.number = number;
    this.thread = thread;
  }

  /** Its number among those of the trace, from 1. */
  int number() {
    return number;
  }

  TraceThread thread() {
    return thread;
  }

  /** What it is called: the thread's name, with what tells it from others. */
  String name() {
    boolean main = thread.id() == 0;
    String process = thread.process() == 0 ? "" : "process " + thread.process() + ": ";
    String number = main ? "" : " (" + thread.word() + " " + thread.id() + ")";
    return TerminalText.escape(process + thread.name() + number);
  }

  /**
   * The same time, or a later one if the lane has had that: time never goes back, and none is
   * before the trace's begin.
   */
  long at(long timeNs) {
    lastNs = Math.max(lastNs, timeNs);
    if (firstNs == TraceEvent.NO_TIME) {
      firstNs = lastNs;
    }
    return lastNs;
  }

  /** The first time of it; 0 where it has none. */
  long firstNs() {
    return firstNs == TraceEvent.NO_TIME ? 0 : firstNs;
  }

  /** The latest time of it; 0 where it has none. */
  long lastNs() {
    return lastNs;
  }
}
