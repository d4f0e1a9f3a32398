package dev.leadline.launch;

import dev.leadline.process.IgnoredSignals;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Signals to this JVM go to the program, as if it had been started without us. The JVM itself goes
 * on until the program has ended. A signal that comes before the program is there waits for it.
 */
final class SignalForwarding implements AutoCloseable {

  private final CompletableFuture<RunningProgram> program = new CompletableFuture<>();
  private final OnInterrupt onInterrupt;
  private final StopSignals signals;
  private volatile boolean heard;

  /** Takes the signals from now on; before the start, so that none ends this JVM meanwhile. */
  SignalForwarding(OnInterrupt onInterrupt) {
    this.onInterrupt = onInterrupt;
    this.signals = new StopSignals(this::hear);
  }

  /** This is the program that they go to. */
  void to(RunningProgram started) {
    program.complete(started);
  }

  /** Whether there was a signal. */
  boolean heard() {
    return heard;
  }

  private void hear(String name) {
    if (IgnoredSignals.atStart().contains(name)) {
      passOn(name);
      return;
    }
    heard = true;
    if (name.equals("INT")) {
      interrupt();
    } else {
      handOn(running -> running.end(name));
    }
  }

  /** A plain run would go on, unless the program has a handler of its own that ends it. */
  private void passOn(String name) {
    if (!name.equals("INT") || !program.isDone() || !ControllingTerminal.interruptsUs()) {
      handOn(running -> running.signal(name));
    }
  }

  /** The terminal has told the program, too, if it was there by then. */
  private void interrupt() {
    boolean told = program.isDone() && ControllingTerminal.interruptsUs();
    if (onInterrupt == OnInterrupt.END) {
      handOn(told ? RunningProgram::endTold : running -> running.end("INT"));
    } else if (!told) {
      handOn(RunningProgram::interrupt);
    }
  }

  private void handOn(Consumer<RunningProgram> signal) {
    program.thenAccept(signal);
  }

  /** From here on they are no business of this program's. */
  @Override
  public void close() {
    signals.close();
  }
}
