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

  private final Recording.Builder choice =
      Recording.builder().scopes(EnumSet.allOf(Scope.class)).events(EnumSet.allOf(EventKind.class));

  private Choices() {}

  /** Everything but the program's module. */
  public static Choices all() {
    return new Choices();
  }

  public Choices cutoff(int depth) {
    choice.cutoff(OptionalInt.of(depth));
    return this;
  }

  public Choices moduleLevel() {
    choice.moduleLevel(true);
    return this;
  }

  public Choices levels(int number) {
    choice.levels(OptionalInt.of(number));
    return this;
  }

  public Choices scopes(Scope... wanted) {
    choice.scopes(Set.of(wanted));
    return this;
  }

  public Choices roots(String... directories) {
    choice.roots(List.of(directories));
    return this;
  }

  public Choices include(String... globs) {
    choice.include(List.of(globs));
    return this;
  }

  public Choices exclude(String... globs) {
    choice.exclude(List.of(globs));
    return this;
  }

  public Choices functions(String... globs) {
    choice.functions(List.of(globs));
    return this;
  }

  public Choices events(EventKind... kinds) {
    choice.events(Set.of(kinds));
    return this;
  }

  public Choices maxEvents(long number) {
    choice.maxEvents(OptionalLong.of(number));
    return this;
  }

  public Recording recording() {
    return choice.build();
  }
}
