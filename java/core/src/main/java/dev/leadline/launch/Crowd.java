package dev.leadline.launch;

import dev.leadline.wire.Exit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The limit of how many processes a program may be at the same time, against fork bombs. */
final class Crowd {

  /** The status of a process that SIGKILL ended. */
  private static final int KILLED = 128 + 9;

  private final int most;
  private final CompletableFuture<RunningProgram> program = new CompletableFuture<>();
  private volatile boolean tooLarge;

  Crowd(int most) {
    this.most = most;
  }

  /** This is the program that is ended when there are too many. */
  void guard(RunningProgram started) {
    program.complete(started);
  }

  /** So many there are now. */
  void size(int processes) {
    if (processes > most && !tooLarge) {
      tooLarge = true;
      program.thenAccept(Crowd::end);
    }
  }

  private static void end(RunningProgram running) {
    running.stopKnown(); // at once, in the thread that saw it: the machine may be very busy soon
    new Background("crowd", running::crush).start();
  }

  boolean isTooLarge() {
    return tooLarge;
  }

  /** The exit of a process that was ended for that: all are killed. */
  Exit exit() {
    return new Exit(KILLED, false, false, refusal().orElse(""));
  }

  /** Why the program was ended, if it was. */
  Optional<String> refusal() {
    return tooLarge
        ? Optional.of(
            "stopped, since the program became more than "
                + most
                + " processes at once; --max-processes N allows more")
        : Optional.empty();
  }
}
