package dev.leadline.filter;

import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What a trace holds when a choice is made from what it held before. */
final class Narrowing {

  private Narrowing() {}

  static Header of(Header header, Recording choice) {
    return new Header(
        header.agentVersion(),
        header.python(),
        header.engine(),
        header.programKind(),
        header.program(),
        header.argv(),
        header.cwd(),
        header.process(),
        header.startUnixNs(),
        header.timed(),
        of(header.recording(), choice),
        header.origin(),
        header.parent(),
        header.flushSignal());
  }

  /**
   * The two choices in one, as far as one can say both: of two different cutoffs or two lists of
   * globs, the later choice is named.
   */
  static Recording of(Recording held, Recording choice) {
    boolean sameRoots = choice.roots().isEmpty() || choice.roots().equals(held.roots());
    return new Recording(
        cutoff(held, choice),
        held.moduleLevel() && choice.moduleLevel(),
        smaller(held.levels(), choice.levels()),
        sameRoots ? both(held.scopes(), choice.scopes()) : choice.scopes(),
        sameRoots ? held.roots() : choice.roots(),
        later(held.include(), choice.include()),
        union(held.exclude(), choice.exclude()),
        later(held.functions(), choice.functions()),
        both(held.events(), choice.events()),
        smaller(held.maxEvents(), choice.maxEvents()),
        both(held.values(), choice.values()),
        held.redact(),
        held.layers());
  }

  private static OptionalInt cutoff(Recording held, Recording choice) {
    if (held.cutoff().isPresent() && choice.cutoff().isPresent()) {
      return OptionalInt.of(Math.max(held.cutoff().getAsInt(), choice.cutoff().getAsInt()));
    }
    return choice.cutoff().isPresent() ? choice.cutoff() : held.cutoff();
  }

  private static OptionalInt smaller(OptionalInt a, OptionalInt b) {
    return a.isPresent() && b.isPresent()
        ? OptionalInt.of(Math.min(a.getAsInt(), b.getAsInt()))
        : a.isPresent() ? a : b;
  }

  private static OptionalLong smaller(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong()))
        : a.isPresent() ? a : b;
  }

  private static <T> Set<T> both(Set<T> a, Set<T> b) {
    if (a.equals(b)) {
      return a;
    }
    Set<T> both = new LinkedHashSet<>(a);
    both.retainAll(b);
    return both;
  }

  private static <T> List<T> union(List<T> a, List<T> b) {
    if (b.isEmpty()) {
      return a;
    }
    Set<T> union = new LinkedHashSet<>(a);
    union.addAll(b);
    return List.copyOf(union);
  }

  private static List<String> later(List<String> held, List<String> choice) {
    return choice.isEmpty() ? held : choice;
  }
}
