package dev.leadline.compare;

import dev.leadline.execution.FunctionKey;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Differences that are expected: they are shown, and make nothing fail.
 *
 * @param functions those in which differences are allowed, whatever their cause
 * @param causes ids of causes whose differences are allowed, wherever they are
 */
public record Allowance(Predicate<FunctionKey> functions, Set<String> causes) {

  /** Nothing is allowed by its function or cause. */
  public static final Allowance NONE = new Allowance(function -> false, Set.of());

  public Allowance {
    Objects.requireNonNull(functions, "functions");
    causes = Set.copyOf(causes);
  }

  /** Whether the differences of a group are allowed. */
  public boolean allows(DifferenceGroup group) {
    return functions.test(group.function()) || allows(group.cause().id());
  }

  /** Whether a cause is; one that is made of several, {@code pep-626+pep-709}, if all are. */
  public boolean allows(String cause) {
    return causes.contains(cause)
        || cause.indexOf('+') >= 0 && causes.containsAll(Set.of(cause.split("\\+")));
  }
}
