package dev.leadline.event;

import java.util.Objects;

/**
 * One stack of frames: a thread of one process.
 *
 * @param id number of the thread within its process, in order of first sight; the main thread is 0
 * @param ident {@code threading.get_ident()} of it
 * @param name its name, {@code MainThread} for the main thread
 * @param process process id of the interpreter
 */
public record TraceThread(int id, long ident, String name, long process) {

  public TraceThread {
    Objects.requireNonNull(name, "name");
  }
}
