package dev.leadline.runs;

import dev.leadline.launch.StopSignals;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers the first signal that asks this JVM to end while several programs run. */
final class Stopping implements AutoCloseable {

  private final AtomicReference<String> first = new AtomicReference<>("");
  private final StopSignals signals = new StopSignals(name -> first.compareAndSet("", name));

  /** Its name, without {@code SIG}. */
  Optional<String> signal() {
    return Optional.of(first.get()).filter(name -> !name.isEmpty());
  }

  @Override
  public void close() {
    signals.close();
  }
}
