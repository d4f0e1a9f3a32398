package dev.leadline.event;

import java.util.Objects;

/**
 * One stack of frames: a thread of one process, or a greenlet of a thread.
 *
 * @param id number of the stack within its process, in order of first sight; the main thread is 0
 * @param ident {@code threading.get_ident()} of its thread
 * @param name its name, {@code MainThread} for the main thread; a greenlet's is that of the
 *     function that it began with
 * @param greenlet whether it is a greenlet beside its thread's main one
 * @param process number of its process within the trace; the program's own is 0
 * @param pid process id of the interpreter
 */
public record TraceThread(
    int id, long ident, String name, boolean greenlet, int process, long pid) {

  public TraceThread {
    Objects.requireNonNull(name, "name");
  }

  /** What it is: {@code thread} or {@code greenlet}. */
  public String word() {
    return greenlet ? "greenlet" : "thread";
  }

  // By hand: what Java makes for a record when it is first asked takes longer than a small trace.

  @Override
  public boolean equals(Object other) {
    return other instanceof TraceThread that
        && id == that.id
        && ident == that.ident
        && name.equals(that.name)
        && greenlet == that.greenlet
        && process == that.process
        && pid == that.pid;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * id + process) + Long.hashCode(ident);
  }
}
