package dev.leadline.expect;

import dev.leadline.execution.Activation;
import dev.leadline.execution.Execution;
import dev.leadline.execution.SeenException;
import dev.leadline.filter.Glob;
import java.util.Optional;

/**
 * The exceptions that a glob names, by their class's qualified name or the last part of it. A trace
 * does not tell of base classes, so none of them matches.
 */
record ExceptionTypes(Glob glob) {

  boolean has(String type) {
    return glob.matches(type) || glob.matches(type.substring(type.lastIndexOf('.') + 1));
  }

  /** The first of them that was seen in an activation, among those that were kept. */
  Optional<SeenException> in(Activation activation) {
    return activation.exceptions().stream().filter(one -> has(one.type())).findFirst();
  }

  /** Where one that was seen in an activation came from: the innermost call in it that saw it. */
  int origin(Execution execution, int activation) {
    int origin = activation;
    int each = execution.firstChild(origin);
    while (each != Execution.NONE) {
      if (in(execution.activation(each)).isPresent()) {
        origin = each;
        each = execution.firstChild(origin);
      } else {
        each = execution.next(each);
      }
    }
    return origin;
  }
}
