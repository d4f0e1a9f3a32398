package dev.leadline.compare;

import java.util.Locale;

/** In what two executions can differ. */
public enum DifferenceKind {
  /** An activation on the left that the right has not. */
  CALL_LEFT,
  /** An activation on the right that the left has not. */
  CALL_RIGHT,
  /** The same activation in another place among those of the same caller. */
  ORDER,
  /** It returned on one side and raised on the other, or raised something else. */
  OUTCOME,
  /** Other exceptions were seen in it, in type, number or order. */
  EXCEPTION,
  /** Other lines were reported, or as many in another order. */
  LINES,
  /** Other frames of the compiler's own were folded into it. */
  HELPERS,
  /** Another number of frames that were not recorded lies between it and its caller. */
  LAYERS,
  /** A thread, or a process's main thread, that the other side has not. */
  STACK,
  /** The process came to be in another way: forked here, started anew there. */
  PROCESS_ORIGIN;

  /** The name as reports for machines write it: {@code call_left}. */
  public String reportName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is about calls: on one side only, or in another order. */
  public boolean isCall() {
    return this == CALL_LEFT || this == CALL_RIGHT || this == ORDER;
  }
}
