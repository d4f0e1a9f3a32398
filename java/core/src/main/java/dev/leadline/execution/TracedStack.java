package dev.leadline.execution;

import dev.leadline.event.TraceProcess;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The stack of a thread, or of a greenlet, of one process.
 *
 * @param number its number in the execution, in order of first sight
 * @param process the process, with its origin and what it runs
 * @param thread number of the stack in its process; the main thread is 0
 * @param name name of the thread, as the interpreter has it, or of the greenlet
 * @param greenlet whether it is a greenlet's, beside the main one of its thread
 * @param baseDepth measured base depth; empty if it was never reported
 */
public record TracedStack(
    int number,
    TraceProcess process,
    int thread,
    String name,
    boolean greenlet,
    OptionalInt baseDepth) {

  public TracedStack {
    Objects.requireNonNull(process, "process");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(baseDepth, "baseDepth");
  }
}
