package dev.leadline.causes;

import dev.leadline.event.Header;
import java.io.Closeable;
import java.util.Optional;

/** Where the facts of source files come from. */
@FunctionalInterface
public interface FactsSource extends Closeable {

  /** Without any source. */
  FactsSource NONE = (header, file) -> Optional.empty();

  /**
   * The facts of a file that a trace with this header names; empty where it is not there, may not
   * be read, or is no Python.
   */
  Optional<SourceFacts> of(Header header, String file);

  /** Ends what it asks. */
  @Override
  default void close() {}
}
