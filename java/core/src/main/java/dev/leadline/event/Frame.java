package dev.leadline.event;

import java.util.Objects;

/**
 * One frame while it is on a stack: from a {@code call} event to the {@code return} event that
 * belongs to it. All events of that time share one instance.
 *
 * @param code what it runs
 * @param thread whose stack it is on
 * @param depth number of frames from this one to the stack's root, this one included
 * @param level number of user-scope frames beneath this one; the program's {@code <module>} is 0
 */
public record Frame(Code code, TraceThread thread, int depth, int level) {

  public Frame {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(thread, "thread");
  }
}
