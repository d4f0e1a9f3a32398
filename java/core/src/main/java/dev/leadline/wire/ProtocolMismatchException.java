package dev.leadline.wire;

/** The trace is written in a version of the protocol that this reader does not know. */
public final class ProtocolMismatchException extends TraceFormatException {

  private static final long serialVersionUID = 1L;

  private final long actual;

  ProtocolMismatchException(long actual, int expected) {
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
