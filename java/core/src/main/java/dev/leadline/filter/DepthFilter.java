package dev.leadline.filter;

import dev.leadline.event.Frame;
import dev.leadline.event.Recording;
import java.util.OptionalInt;

/**
 * The part of a choice that hangs on where a frame stands. Under {@code auto} everything but the
 * program's own {@code <module>} is below the cutoff, by the very definition of the base depth.
 */
final class DepthFilter {

  private final OptionalInt cutoff;
  private final boolean moduleLevel;
  private final int levels;

  DepthFilter(Recording choice) {
    cutoff = choice.cutoff();
    moduleLevel = choice.moduleLevel();
    levels = choice.levels().orElse(Integer.MAX_VALUE);
  }

  boolean keeps(Frame frame) {
    if (cutoff.isPresent()) {
      long below = (long) frame.depth() - cutoff.getAsInt();
      return below > 0 && below <= levels;
    }
    return (moduleLevel || !frame.code().base()) && frame.level() <= levels;
  }
}
