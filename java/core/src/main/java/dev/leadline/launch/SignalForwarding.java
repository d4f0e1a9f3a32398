package dev.leadline.launch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Signals to this JVM go to the program, as if it had been started without us. The JVM itself goes
 * on until the program has ended. A signal that comes before the program is there waits for it.
 */
final class SignalForwarding implements AutoCloseable {

  private final CompletableFuture<RunningProgram> program = new CompletableFuture<>();
  private final List<Runnable> putBack;
  private volatile boolean heard;

  /** Takes the signals from now on; before the start, so that none ends this JVM meanwhile. */
  SignalForwarding() {
    putBack =
        Stream.of(
                JvmSignal.take("INT", this::interrupt),
                JvmSignal.take("HUP", () -> handOn(running -> running.end("HUP"))),
                JvmSignal.take("TERM", () -> handOn(running -> running.end("TERM"))))
            .flatMap(Optional::stream)
            .toList();
  }

  /** This is the program that they go to. */
  void to(RunningProgram started) {
    program.complete(started);
  }

  /** Whether there was a signal. */
  boolean heard() {
    return heard;
  }

  /** The terminal has told the program, too, if it was there by then. */
  private void interrupt() {
    heard = true;
    if (!program.isDone() || !ControllingTerminal.interruptsUs()) {
      handOn(running -> running.signal("INT"));
    }
  }

  private void handOn(Consumer<RunningProgram> signal) {
    heard = true;
    program.thenAccept(signal);
  }

  /** From here on they are this JVM's own again. */
  @Override
  public void close() {
    putBack.forEach(Runnable::run);
  }
}
