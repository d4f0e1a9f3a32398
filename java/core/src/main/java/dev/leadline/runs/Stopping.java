package dev.leadline.runs;

import dev.leadline.launch.StopSignals;
import dev.leadline.process.IgnoredSignals;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers the first signal that asks this JVM to end while several programs run. */
final class Stopping implements AutoCloseable {

  private final AtomicReference<String> first = new AtomicReference<>("");
  private final StopSignals signals = new StopSignals(this::hear);

  /** A signal that this process was started with ignored does not ask it to end. */
  private void hear(String name) {
    if (!IgnoredSignals.atStart().contains(name)) {
      first.compareAndSet("", name);
    }
  }

  /** Its name, without {@code SIG}. */
  Optional<String> signal() {
    return Optional.of(first.get()).filter(name -> !name.isEmpty());
  }

  @Override
  public void close() {
    signals.close();
  }
}
