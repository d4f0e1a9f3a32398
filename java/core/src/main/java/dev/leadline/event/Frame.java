package dev.leadline.event;

import java.util.Objects;

/**
 * One frame while it is on a stack: from a {@code call} event to the {@code return} event that
 * belongs to it. All events of that time share one instance.
 *
 * @param code what it runs
 * @param thread whose stack it is on
 * @param depth number of frames from this one to the stack's root, this one included
 * @param level number of user frames among its callers; the program's {@code <module>} is 0
 * @param activation number of a generator's or coroutine's frame among those of its process that
 *     are alive, the same each time it is on a stack; or {@link #NO_ACTIVATION}
 */
public record Frame(Code code, TraceThread thread, int depth, int level, int activation) {

  /** Stands for a frame that is on a stack once, or of which no more is known. */
  public static final int NO_ACTIVATION = -1;

  public Frame {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(thread, "thread");
  }

  /** A frame that is on a stack once. */
  public Frame(Code code, TraceThread thread, int depth, int level) {
    this(code, thread, depth, level, NO_ACTIVATION);
  }
}
