package dev.leadline.causes;

import dev.leadline.execution.Execution.ExecutionFacts;
import java.io.Closeable;
import java.util.Optional;

/** Where the facts of source files come from. */
@FunctionalInterface
public interface FactsSource extends Closeable {

  /** Without any source. */
  FactsSource NONE = (execution, file) -> Optional.empty();

  /**
   * The facts of a file that code of the program's own process in an execution names; empty where
   * it is not there, may not be read, or is no Python.
   */
  Optional<SourceFacts> of(ExecutionFacts execution, String file);

  /** Ends what it asks. */
  @Override
  default void close() {}
}
