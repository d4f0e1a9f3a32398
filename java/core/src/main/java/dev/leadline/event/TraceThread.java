package dev.leadline.event;

import java.util.Objects;

/**
 * One stack of frames: a thread of one process.
 *
 * @param id number of the thread within its process, in order of first sight; the main thread is 0
 * @param ident {@code threading.get_ident()} of it
 * @param name its name, {@code MainThread} for the main thread
 * @param process number of its process within the trace; the program's own is 0
 * @param pid process id of the interpreter
 */
public record TraceThread(int id, long ident, String name, int process, long pid) {

  public TraceThread {
    Objects.requireNonNull(name, "name");
  }

  // By hand: what Java makes for a record when it is first asked takes longer than a small trace.

  @Override
  public boolean equals(Object other) {
    return other instanceof TraceThread that
        && id == that.id
        && ident == that.ident
        && name.equals(that.name)
        && process == that.process
        && pid == that.pid;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * id + process) + Long.hashCode(ident);
  }
}
