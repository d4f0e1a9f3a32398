package dev.leadline.event;

import java.util.Objects;
import java.util.Optional;

/** One event as CPython reported it, with the frame it happened in. */
public sealed interface TraceEvent {

  /** Stands for a line number that CPython gave as {@code None}. */
  int NO_LINENO = Integer.MIN_VALUE;

  /** Stands for a time that was not taken. */
  long NO_TIME = Long.MIN_VALUE;

  /** A line number as text for people: {@code ?} for {@link #NO_LINENO}. */
  static String linenoText(int lineno) {
    return lineno == NO_LINENO ? "?" : Integer.toString(lineno);
  }

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

  /** The texts of the values that were recorded with it. */
  default Optional<FrameValues> values() {
    return Optional.empty();
  }

  /** The same event with these values; the same one where no values belong to its kind. */
  default TraceEvent with(Optional<FrameValues> recorded) {
    if (this instanceof CallEvent call) {
      return new CallEvent(call.frame(), call.lineno(), call.timeNs(), call.resumed(), recorded);
    }
    if (this instanceof LineEvent line) {
      return new LineEvent(line.frame(), line.lineno(), line.timeNs(), recorded);
    }
    if (this instanceof ReturnEvent left) {
      return new ReturnEvent(left.frame(), left.lineno(), left.timeNs(), recorded);
    }
    return this;
  }

  /**
   * A frame was entered, or a generator or coroutine resumed.
   *
   * @param resumed whether the frame goes on where it was suspended before
   * @param values its arguments, where they were recorded
   */
  record CallEvent(
      Frame frame, int lineno, long timeNs, boolean resumed, Optional<FrameValues> values)
      implements TraceEvent {

    public CallEvent {
      Objects.requireNonNull(values, "values");
    }

    /** One without values. */
    public CallEvent(Frame frame, int lineno, long timeNs, boolean resumed) {
      this(frame, lineno, timeNs, resumed, Optional.empty());
    }

    /** A frame was entered for the first time. */
    public CallEvent(Frame frame, int lineno, long timeNs) {
      this(frame, lineno, timeNs, false);
    }

    @Override
    public EventKind kind() {
      return EventKind.CALL;
    }
  }

  /**
   * A frame is about to run a line.
   *
   * @param timeNs {@link #NO_TIME} unless times of lines were recorded
   * @param values the variables that are new or changed, where they were recorded
   */
  record LineEvent(Frame frame, int lineno, long timeNs, Optional<FrameValues> values)
      implements TraceEvent {

    public LineEvent {
      Objects.requireNonNull(values, "values");
    }

    /** One without values. */
    public LineEvent(Frame frame, int lineno, long timeNs) {
      this(frame, lineno, timeNs, Optional.empty());
    }

    /** One with neither a time nor values. */
    public LineEvent(Frame frame, int lineno) {
      this(frame, lineno, NO_TIME);
    }

    @Override
    public EventKind kind() {
      return EventKind.LINE;
    }
  }

  /**
   * A frame was left: by return, by yield, or by an exception that it let through.
   *
   * @param values what it returned or yielded, where it was recorded
   */
  record ReturnEvent(Frame frame, int lineno, long timeNs, Optional<FrameValues> values)
      implements TraceEvent {

    public ReturnEvent {
      Objects.requireNonNull(values, "values");
    }

    /** One without a value. */
    public ReturnEvent(Frame frame, int lineno, long timeNs) {
      this(frame, lineno, timeNs, Optional.empty());
    }

    @Override
    public EventKind kind() {
      return EventKind.RETURN;
    }
  }

  /**
   * An exception was raised in a frame, or came up into it.
   *
   * @param type qualified name of its class; a builtin has no module in front
   * @param message its text, bounded, made without running the program's code
   */
  record ExceptionEvent(Frame frame, int lineno, String type, String message)
      implements TraceEvent {

    public ExceptionEvent {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(message, "message");
    }

    @Override
    public EventKind kind() {
      return EventKind.EXCEPTION;
    }
  }

  /** A frame is about to run an instruction. */
  record OpcodeEvent(Frame frame, int lineno) implements TraceEvent {

    @Override
    public EventKind kind() {
      return EventKind.OPCODE;
    }
  }
}
