package dev.leadline.event;

import java.util.EnumSet;
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
 * @param layers whether it is told what the user's frames stand upon
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
    boolean layers) {

  /** What a run records where no option says otherwise. */
  public static final Recording USUAL =
      new Recording(
          OptionalInt.empty(),
          false,
          OptionalInt.empty(),
          EnumSet.of(Scope.USER),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          EnumSet.complementOf(EnumSet.of(EventKind.OPCODE)),
          OptionalLong.empty());

  public Recording {
    Objects.requireNonNull(cutoff, "cutoff");
    Objects.requireNonNull(levels, "levels");
    scopes = Set.copyOf(scopes);
    roots = List.copyOf(roots);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    functions = List.copyOf(functions);
    events = Set.copyOf(events);
    Objects.requireNonNull(maxEvents, "maxEvents");
    values = Set.copyOf(values);
    redact = List.copyOf(redact);
  }

  /** A choice of events without values; secrets among the program's arguments are hidden. */
  public Recording(
      OptionalInt cutoff,
      boolean moduleLevel,
      OptionalInt levels,
      Set<Scope> scopes,
      List<String> roots,
      List<String> include,
      List<String> exclude,
      List<String> functions,
      Set<EventKind> events,
      OptionalLong maxEvents) {
    this(
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
        Set.of(),
        SecretNames.GLOBS,
        false);
  }

  /** The same choice of events, with other values. */
  public Recording withValues(Set<ValueKind> kinds, List<String> redacted) {
    return with(moduleLevel, roots, events, kinds, redacted, layers);
  }

  /** The same choice, with all that the program's modules do, and the user's code under these. */
  public Recording withModuleLevel(List<String> userRoots) {
    return with(true, userRoots, events, values, redact, layers);
  }

  /** The same choice, with the layers told or not. */
  public Recording withLayers(boolean told) {
    return with(moduleLevel, roots, events, values, redact, told);
  }

  /** The same choice, and events of these kinds besides. */
  public Recording withEvents(Set<EventKind> more) {
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    kinds.addAll(events);
    kinds.addAll(more);
    return with(moduleLevel, roots, kinds, values, redact, layers);
  }

  /** The same events of all code: the user's or not, whatever globs and levels it had chosen. */
  public Recording withAllCode() {
    return new Recording(
        cutoff,
        moduleLevel,
        OptionalInt.empty(),
        EnumSet.allOf(Scope.class),
        roots,
        List.of(),
        List.of(),
        List.of(),
        events,
        maxEvents,
        values,
        redact,
        layers);
  }

  private Recording with(
      boolean itsModules,
      List<String> userRoots,
      Set<EventKind> eventKinds,
      Set<ValueKind> kinds,
      List<String> redacted,
      boolean told) {
    return new Recording(
        cutoff,
        itsModules,
        levels,
        scopes,
        userRoots,
        include,
        exclude,
        functions,
        eventKinds,
        maxEvents,
        kinds,
        redacted,
        told);
  }
}
