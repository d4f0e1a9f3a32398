package dev.leadline.report;

import dev.leadline.event.Ending;
import dev.leadline.event.Recording;

/** Why a trace holds no event, and what to do. */
public final class EmptyTraceAdvice {

  private EmptyTraceAdvice() {}

  /** The sentence for a trace of which this choice kept nothing. */
  public static String of(Recording choice, Ending ending) {
    throw new UnsupportedOperationException();
  }
}
