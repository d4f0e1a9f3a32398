package dev.leadline.interpreter;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One place where interpreters may be.
 *
 * @param name how the place is called in a listing
 * @param candidates the executables there, not yet asked what they are; none where the place does
 *     not exist
 */
record InterpreterSource(String name, Function<Surroundings, List<Path>> candidates) {

  InterpreterSource {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(candidates, "candidates");
  }
}
