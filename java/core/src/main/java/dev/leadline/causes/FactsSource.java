package dev.leadline.causes;

import java.nio.file.Path;
import java.util.Optional;

/** Where the facts of source files come from. */
@FunctionalInterface
public interface FactsSource {

  /** No source is at hand. */
  FactsSource NONE = file -> Optional.empty();

  /** The facts of this file; empty where it is not there, or nobody can tell. */
  Optional<SourceFacts> of(Path file);
}
