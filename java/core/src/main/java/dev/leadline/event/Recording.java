package dev.leadline.event;

import dev.leadline.event.FrameValues.ValueKind;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which events a trace was asked to hold. The agent applies it before anything is written, and the
 * very same choice can be made again, narrower, when a stored trace is read.
 *
 * @param cutoff events at this depth or above it towards the root are dropped; empty means {@code
 *     auto}, the measured base depth
 * @param moduleLevel under {@code auto}, keep the program's {@code <module>} frame too
 * @param levels at most this many levels below the cutoff
 * @param scopes whose code is kept
 * @param roots absolute directories whose files are the user's
 * @param include file or module globs, one of which must match; empty for all
 * @param exclude file or module globs, none of which may match
 * @param functions function globs, one of which must match; empty for all
 * @param events the kinds that are kept
 * @param maxEvents after this many events recording stops
 * @param values which values are recorded as texts
 * @param redact globs of names, matched without case, whose values are not, nor the arguments of
 *     options with such names
 * @param layers whether the layers below user frames are recorded
 * @param lineTimes whether lines carry times, as calls and returns do
 */
public record Recording(
    OptionalInt cutoff,
    boolean moduleLevel,
    OptionalInt levels,
    Set<Scope> scopes,
    List<String> roots,
    List<String> include,
    List<String> exclude,
    List<String> functions,
    Set<EventKind> events,
    OptionalLong maxEvents,
    Set<ValueKind> values,
    List<String> redact,
    boolean layers,
    boolean lineTimes) {

  /** What a run records where no option says otherwise. */
  public static final Recording USUAL = builder().build();

  public Recording {
    Objects.requireNonNull(cutoff, "cutoff");
    Objects.requireNonNull(levels, "levels");
    scopes = inOrder(Scope.class, scopes);
    roots = List.copyOf(roots);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    functions = List.copyOf(functions);
    events = inOrder(EventKind.class, events);
    Objects.requireNonNull(maxEvents, "maxEvents");
    values = inOrder(ValueKind.class, values);
    redact = List.copyOf(redact);
  }

  private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Collection<E> constants) {
    Set<E> set = EnumSet.noneOf(type);
    set.addAll(constants);
    return Collections.unmodifiableSet(set);
  }

  /** A builder that holds the defaults: those of {@link #USUAL}. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that holds this choice. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.cutoff = cutoff;
    builder.moduleLevel = moduleLevel;
    builder.levels = levels;
    builder.scopes = scopes;
    builder.roots = roots;
    builder.include = include;
    builder.exclude = exclude;
    builder.functions = functions;
    builder.events = events;
    builder.maxEvents = maxEvents;
    builder.values = values;
    builder.redact = redact;
    builder.layers = layers;
    builder.lineTimes = lineTimes;
    return builder;
  }

  /** The same choice of events, with other values. */
  public Recording withValues(Set<ValueKind> kinds, List<String> redacted) {
    return toBuilder().values(kinds).redact(redacted).build();
  }

  /** The same choice, with all that the program's modules do, and the user's code under these. */
  public Recording withModuleLevel(List<String> userRoots) {
    return toBuilder().moduleLevel(true).roots(userRoots).build();
  }

  /** The same choice, with or without layers. */
  public Recording withLayers(boolean reported) {
    return toBuilder().layers(reported).build();
  }

  /** The same choice, with or without times of lines. */
  public Recording withLineTimes(boolean taken) {
    return toBuilder().lineTimes(taken).build();
  }

  /** The same choice, and events of these kinds besides. */
  public Recording withEvents(Set<EventKind> more) {
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    kinds.addAll(events);
    kinds.addAll(more);
    return toBuilder().events(kinds).build();
  }

  /** The same events of all code: the user's or not, whatever globs and levels it had chosen. */
  public Recording withAllCode() {
    return toBuilder()
        .levels(OptionalInt.empty())
        .scopes(EnumSet.allOf(Scope.class))
        .include(List.of())
        .exclude(List.of())
        .functions(List.of())
        .build();
  }

  /**
   * The two choices in one, as far as one can say both: of two different cutoffs or two lists of
   * globs, the later choice is named.
   */
  Recording narrowedBy(Recording choice) {
    boolean sameRoots = choice.roots().isEmpty() || choice.roots().equals(roots);
    return toBuilder()
        .cutoff(narrowerCutoff(this, choice))
        .moduleLevel(moduleLevel && choice.moduleLevel())
        .levels(smaller(levels, choice.levels()))
        .scopes(sameRoots ? both(scopes, choice.scopes()) : choice.scopes())
        .roots(sameRoots ? roots : choice.roots())
        .include(later(include, choice.include()))
        .exclude(union(exclude, choice.exclude()))
        .functions(later(functions, choice.functions()))
        .events(both(events, choice.events()))
        .maxEvents(smaller(maxEvents, choice.maxEvents()))
        .values(both(values, choice.values()))
        .build();
  }

  private static OptionalInt narrowerCutoff(Recording held, Recording choice) {
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

  /** Collects a choice; what is not set has its default. */
  public static final class Builder {
    private OptionalInt cutoff = OptionalInt.empty();
    private boolean moduleLevel;
    private OptionalInt levels = OptionalInt.empty();
    private Set<Scope> scopes = EnumSet.of(Scope.USER);
    private List<String> roots = List.of();
    private List<String> include = List.of();
    private List<String> exclude = List.of();
    private List<String> functions = List.of();
    private Set<EventKind> events = EnumSet.complementOf(EnumSet.of(EventKind.OPCODE));
    private OptionalLong maxEvents = OptionalLong.empty();
    private Set<ValueKind> values = Set.of();
    private List<String> redact = SecretNames.GLOBS;
    private boolean layers;
    private boolean lineTimes;

    private Builder() {}

    /** Default: the measured base depth. */
    public Builder cutoff(OptionalInt depth) {
      cutoff = depth;
      return this;
    }

    /** Default: false. */
    public Builder moduleLevel(boolean kept) {
      moduleLevel = kept;
      return this;
    }

    /** Default: all. */
    public Builder levels(OptionalInt most) {
      levels = most;
      return this;
    }

    /** Default: the user's. */
    public Builder scopes(Set<Scope> kept) {
      scopes = kept;
      return this;
    }

    /** Default: none, for the program's own directory. */
    public Builder roots(List<String> directories) {
      roots = directories;
      return this;
    }

    /** Default: none, for all. */
    public Builder include(List<String> globs) {
      include = globs;
      return this;
    }

    /** Default: none. */
    public Builder exclude(List<String> globs) {
      exclude = globs;
      return this;
    }

    /** Default: none, for all. */
    public Builder functions(List<String> globs) {
      functions = globs;
      return this;
    }

    /** Default: all but opcodes. */
    public Builder events(Set<EventKind> kinds) {
      events = kinds;
      return this;
    }

    /** Default: unlimited. */
    public Builder maxEvents(OptionalLong most) {
      maxEvents = most;
      return this;
    }

    /** Default: none. */
    public Builder values(Set<ValueKind> kinds) {
      values = kinds;
      return this;
    }

    /** Default: {@link SecretNames#GLOBS}. */
    public Builder redact(List<String> globs) {
      redact = globs;
      return this;
    }

    /** Default: false. */
    public Builder layers(boolean recorded) {
      layers = recorded;
      return this;
    }

    /** Default: false. */
    public Builder lineTimes(boolean taken) {
      lineTimes = taken;
      return this;
    }

    /** The choice. */
    public Recording build() {
      return new Recording(
          cutoff,
          moduleLevel,
          levels,
          scopes,
          roots,
          include,
          exclude,
          functions,
          events,
          maxEvents,
          values,
          redact,
          layers,
          lineTimes);
    }
  }
}
