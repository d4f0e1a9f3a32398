package dev.leadline.check.expect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one expectation found out about one run.
 *
 * @param kind whether it holds
 * @param message one clause for a person; empty where it holds and there is nothing to tell
 * @param detail lines around the fault: a piece of the call tree, a diff; may be empty. They may
 *     hold whatever the program named, and are escaped by whoever shows them
 * @param spot the place in the program that a reader is to look at; empty if unknown
 */
public record Verdict(Kind kind, String message, List<String> detail, Optional<Place> spot) {

  /** Whether an expectation holds. */
  public enum Kind {
    HOLDS,
    FAILS,
    /** It could not be judged: the run did not start, or what it needs is missing. */
    UNKNOWN
  }

  public Verdict {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
    detail = List.copyOf(detail);
    Objects.requireNonNull(spot, "spot");
  }

  public static Verdict holds() {
    return new Verdict(Kind.HOLDS, "", List.of(), Optional.empty());
  }

  /** It holds, with something to tell. */
  public static Verdict holds(String message) {
    return new Verdict(Kind.HOLDS, message, List.of(), Optional.empty());
  }

  public static Verdict fails(String message) {
    return new Verdict(Kind.FAILS, message, List.of(), Optional.empty());
  }

  public static Verdict unknown(String message) {
    return new Verdict(Kind.UNKNOWN, message, List.of(), Optional.empty());
  }

  /** The same with lines around the fault, and its place. */
  public Verdict with(List<String> lines, Optional<Place> where) {
    return new Verdict(kind, message, lines, where);
  }
}
