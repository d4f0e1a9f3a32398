package dev.leadline.wire;

/** The stream does not begin with the header of a trace. */
public final class NotATraceException extends TraceFormatException {

  private static final long serialVersionUID = 1L;

  NotATraceException(String message) {
    super(message);
  }
}
