package dev.leadline.wire;

import java.io.IOException;

/** The stream cannot be read as a trace at all. The message is one line for the user. */
public class TraceFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  TraceFormatException(String message) {
    super(message);
  }

  /** The stream does not begin with the header of a trace. */
  public static final class NotATraceException extends TraceFormatException {

    private static final long serialVersionUID = 1L;

    public NotATraceException(String message) {
      super(message);
    }
  }

  /** The trace is written in a version of the protocol that this reader does not know. */
  public static final class ProtocolMismatchException extends TraceFormatException {

    private static final long serialVersionUID = 1L;

    private final long actual;

    public ProtocolMismatchException(long actual, int expected) {
      super(
          "the trace is written in protocol "
              + actual
              + ", and this Leadline reads protocol "
              + expected
              + " only; read it with the Leadline that wrote it");
      this.actual = actual;
    }

    /** The protocol number that the trace names. */
    public long actual() {
      return actual;
    }
  }
}
