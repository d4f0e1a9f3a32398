package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import java.util.Optional;

/**
 * The texts of an entry.
 *
 * @param id stable name
 * @param title one clause for a person
 * @param source where it is written down
 */
record Known(String id, String title, String source) {

  /** The interpreters' runtime or library does otherwise; the program's doing stays as it is. */
  Optional<Cause> runtime(String why) {
    return Optional.of(new Cause(id, Category.RUNTIME, title, source, why));
  }

  /** The interpreters' compilers do otherwise; the program's doing stays as it is. */
  Optional<Cause> compiler(String why) {
    return Optional.of(new Cause(id, Category.COMPILER, title, source, why));
  }

  /** A difference that the program itself sees, and whose reason is known. */
  Optional<Cause> program(String why) {
    return Optional.of(new Cause(id, Category.PROGRAM, title, source, why));
  }
}
