package dev.leadline.maven;

import java.util.Optional;
import java.util.function.Consumer;

/** Passes lines on, but holds the last one back: it may become the message of an exception. */
final class LastLine implements Consumer<String> {

  private final Consumer<String> downstream;
  private Optional<String> held = Optional.empty();

  LastLine(Consumer<String> downstream) {
    this.downstream = downstream;
  }

  @Override
  public void accept(String line) {
    held.ifPresent(downstream);
    held = Optional.of(line);
  }

  Optional<String> held() {
    return held;
  }
}
