package dev.leadline.compare;

import dev.leadline.execution.Activation;
import dev.leadline.execution.CallStep;
import dev.leadline.execution.TracedStack;
import java.util.List;
import java.util.Objects;

/**
 * An activation in its context.
 *
 * @param stack on which stack it was called
 * @param activation what it did
 * @param path the callers, the outermost first; the innermost twenty of them
 * @param hidden callers further out that the path leaves away
 */
public record Occurrence(
    TracedStack stack, Activation activation, List<CallStep> path, int hidden) {

  public Occurrence {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(activation, "activation");
    path = List.copyOf(path);
  }
}
