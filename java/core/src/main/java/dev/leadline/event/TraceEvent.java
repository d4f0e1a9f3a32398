package dev.leadline.event;

/** One event as CPython told it, with the frame it happened in. */
public sealed interface TraceEvent
    permits CallEvent, LineEvent, ReturnEvent, ExceptionEvent, OpcodeEvent {

  /** Stands for a line number that CPython gave as {@code None}. */
  int NO_LINENO = Integer.MIN_VALUE;

  /** Stands for a time that was not taken. */
  long NO_TIME = Long.MIN_VALUE;

  /** The frame it happened in. */
  Frame frame();

  /** {@code f_lineno} at the event, or {@link #NO_LINENO}. */
  int lineno();

  /** Which of CPython's events it is. */
  EventKind kind();

  /** Nanoseconds since the trace's header, monotonic, or {@link #NO_TIME}. */
  default long timeNs() {
    return NO_TIME;
  }
}
