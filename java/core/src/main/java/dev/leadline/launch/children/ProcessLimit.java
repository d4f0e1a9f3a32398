package dev.leadline.launch.children;

import dev.leadline.launch.streams.Background;
import dev.leadline.wire.Exit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The limit of processes that a program may run at the same time, against fork bombs. */
final class ProcessLimit {

  /** The status of a process that SIGKILL ended. */
  private static final int KILLED = 128 + 9;

  private final int most;
  private final CompletableFuture<RunningProgram> program = new CompletableFuture<>();
  private volatile boolean exceeded;

  ProcessLimit(int most) {
    this.most = most;
  }

  /** Sets the program that is ended when there are too many. */
  void guard(RunningProgram started) {
    program.complete(started);
  }

  /** Ends the program if this number of processes exceeds the limit. */
  void check(int processes) {
    if (processes > most && !exceeded) {
      exceeded = true;
      program.thenAccept(ProcessLimit::end);
    }
  }

  private static void end(RunningProgram running) {
    running.stopKnown(); // at once, in the thread that saw it: the machine may be very busy soon
    new Background("process-limit", running::killAll).start();
  }

  /** Whether there were too many. */
  boolean isExceeded() {
    return exceeded;
  }

  /** The exit of a process that was ended for that: all are killed. */
  Exit exit() {
    return new Exit(KILLED, false, false, refusal().orElse(""));
  }

  /** Why the program was ended, if it was. */
  Optional<String> refusal() {
    return exceeded
        ? Optional.of(
            "stopped, since the program became more than "
                + most
                + " processes at once; --max-processes N allows more")
        : Optional.empty();
  }
}
