package dev.leadline.filter;

import dev.leadline.event.TraceThread;
import java.util.OptionalInt;

/** Whether a trace has the stacks that were asked for, and which it has. */
final class StacksSeen {

  private final OptionalInt process;
  private final OptionalInt thread;
  private final Numbers processes = new Numbers();
  private final Numbers threads = new Numbers();
  private boolean hasProcess;
  private boolean hasThread;
  private TraceThread latest;

  StacksSeen(OptionalInt process, OptionalInt thread) {
    this.process = process;
    this.thread = thread;
  }

  /** There is such a process, and every process has a main thread. */
  void process(int number) {
    processes.add(number);
    if (isAskedFor(number)) {
      hasProcess = true;
      thread(0);
    }
  }

  void thread(TraceThread seen) {
    if (seen != latest) {
      latest = seen;
      if (isAskedFor(seen.process())) {
        thread(seen.id());
      }
    }
  }

  /** Complains where nothing in the trace was asked for. */
  void check() throws NoSuchStackException {
    if (!hasProcess) {
      throw new NoSuchStackException(
          "the trace has no process "
              + process.getAsInt()
              + "; it has "
              + processes.told("process", "processes"));
    }
    if (!hasThread) {
      String where = process.isPresent() ? "process " + process.getAsInt() : "the trace";
      throw new NoSuchStackException(
          where
              + " has no thread "
              + thread.getAsInt()
              + "; it has "
              + threads.told("thread", "threads"));
    }
  }

  private boolean isAskedFor(int number) {
    return process.isEmpty() || process.getAsInt() == number;
  }

  private void thread(int number) {
    threads.add(number);
    hasThread |= thread.isEmpty() || thread.getAsInt() == number;
  }
}
