package dev.leadline.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Signals to this JVM go to the program while one runs, as if it had been started without us. The
 * JVM itself goes on until the program has ended.
 */
final class SignalForwarding {

  private final List<Runnable> putBack;

  SignalForwarding(RunningProgram program) {
    putBack =
        Stream.of(
                JvmSignal.take("INT", program::interrupt),
                JvmSignal.take("HUP", () -> program.end("HUP")),
                JvmSignal.take("TERM", () -> program.end("TERM")))
            .flatMap(Optional::stream)
            .toList();
  }

  /** From here on they are this JVM's own again. */
  void close() {
    putBack.forEach(Runnable::run);
  }
}
