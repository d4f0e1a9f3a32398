package dev.leadline.filter;

import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Builds choices for tests, from one that keeps everything under {@code auto}. */
public final class Choices {

  private OptionalInt cutoff = OptionalInt.empty();
  private boolean moduleLevel;
  private OptionalInt levels = OptionalInt.empty();
  private Set<Scope> scopes = EnumSet.allOf(Scope.class);
  private List<String> roots = List.of();
  private List<String> include = List.of();
  private List<String> exclude = List.of();
  private List<String> functions = List.of();
  private Set<EventKind> events = EnumSet.allOf(EventKind.class);
  private OptionalLong maxEvents = OptionalLong.empty();

  private Choices() {}

  /** Everything but the program's module. */
  public static Choices all() {
    return new Choices();
  }

  public Choices cutoff(int depth) {
    cutoff = OptionalInt.of(depth);
    return this;
  }

  public Choices moduleLevel() {
    moduleLevel = true;
    return this;
  }

  public Choices levels(int number) {
    levels = OptionalInt.of(number);
    return this;
  }

  public Choices scopes(Scope... wanted) {
    scopes = Set.of(wanted);
    return this;
  }

  public Choices roots(String... directories) {
    roots = List.of(directories);
    return this;
  }

  public Choices include(String... globs) {
    include = List.of(globs);
    return this;
  }

  public Choices exclude(String... globs) {
    exclude = List.of(globs);
    return this;
  }

  public Choices functions(String... globs) {
    functions = List.of(globs);
    return this;
  }

  public Choices events(EventKind... kinds) {
    events = Set.of(kinds);
    return this;
  }

  public Choices maxEvents(long number) {
    maxEvents = OptionalLong.of(number);
    return this;
  }

  public Recording recording() {
    return new Recording(
        cutoff, moduleLevel, levels, scopes, roots, include, exclude, functions, events, maxEvents);
  }
}
