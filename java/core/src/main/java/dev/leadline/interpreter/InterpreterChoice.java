package dev.leadline.interpreter;

import dev.leadline.interpreter.InterpreterFinder.FoundInterpreter;
import dev.leadline.interpreter.Probed.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chooses the interpreter of a run: the one that was asked for, or the default one. */
public final class InterpreterChoice {

  /** What a release has besides its version: {@code .1} of {@code 3.12.1}. */
  private static final Pattern MICRO = Pattern.compile("(?<=\\d\\.\\d{1,3})\\.\\d.*");

  private final Surroundings surroundings;
  private final InterpreterProbe probe;
  private final InterpreterFinder finder;
  private final CommandSearch commands;

  public InterpreterChoice(
      Surroundings surroundings, InterpreterProbe probe, InterpreterFinder finder) {
    this.surroundings = surroundings;
    this.probe = probe;
    this.finder = finder;
    this.commands = new CommandSearch(surroundings);
  }

  /**
   * The interpreter that a text asks for: a path if it has a separator, a version if it looks like
   * one ({@code 3.12}, {@code 3.12.1}), else a command on PATH.
   */
  public ChosenInterpreter named(String asked) throws NoInterpreterException {
    if (asked.isBlank()) {
      throw new NoInterpreterException("--python names no interpreter: it is empty");
    }
    if (asked.contains("/") || (surroundings.windows() && asked.contains("\\"))) {
      return accept(asked, probe.probe(surroundings.directory().resolve(asked)));
    }
    if (PythonVersion.isAskedBy(asked)) {
      return version(asked);
    }
    Path command =
        commands
            .first(asked)
            .orElseThrow(
                () -> new NoInterpreterException("there is no command " + asked + " on PATH"));
    return accept(asked, probe.probe(command));
  }

  /**
   * The default interpreter: {@code $LEADLINE_PYTHON}, the active virtual environment's, {@code
   * python3}, {@code python}.
   */
  public ChosenInterpreter byDefault() throws NoInterpreterException {
    Optional<String> preferred = surroundings.variable("LEADLINE_PYTHON");
    if (preferred.isPresent()) {
      return named(preferred.get());
    }
    Optional<Path> active =
        surroundings.variable("VIRTUAL_ENV").map(Path::of).flatMap(PythonNames::ofInstallation);
    if (active.isPresent()) {
      return accept("python", probe.probe(active.get()));
    }
    return onPath(List.of("python3", "python"));
  }

  /**
   * The interpreter that is most like one which a trace names: of the same release, else of the
   * same version, else the default one.
   *
   * @param release {@code 3.12.1}; any other text names none
   */
  public ChosenInterpreter mostLike(String release) throws NoInterpreterException {
    for (String asked : List.of(release, MICRO.matcher(release).replaceFirst(""))) {
      if (PythonVersion.isAskedBy(asked)) {
        try {
          return version(asked);
        } catch (NoInterpreterException e) {
          // the next one is less like it
        }
      }
    }
    return byDefault();
  }

  /** Every interpreter that is found, one of each version, the oldest first. */
  public List<ChosenInterpreter> everyVersion() throws NoInterpreterException {
    Map<String, Interpreter> byVersion = new LinkedHashMap<>();
    finder.find().stream()
        .flatMap(found -> usable(found.probed()).stream())
        .forEach(one -> byVersion.putIfAbsent(one.version() + "/" + one.freeThreaded(), one));
    if (byVersion.isEmpty()) {
      throw new NoInterpreterException(
          "no interpreter was found; leadline pythons says where it looks");
    }
    return byVersion.values().stream()
        .sorted(Comparator.comparing(Interpreter::version).thenComparing(Interpreter::freeThreaded))
        .map(one -> new ChosenInterpreter(one.executable().toString(), one))
        .toList();
  }

  private ChosenInterpreter onPath(List<String> names) throws NoInterpreterException {
    List<Refusal> refusals = new ArrayList<>();
    for (String name : names) {
      Optional<Path> command = commands.first(name);
      if (command.isPresent()) {
        Probed probed = probe.probe(command.get());
        if (probed instanceof Interpreter interpreter) {
          return chosen(name, interpreter);
        }
        refusals.add((Refusal) probed);
      }
    }
    throw new NoInterpreterException(
        refusals.isEmpty()
            ? "there is neither a python3 nor a python on PATH; name one with --python"
            : refusals.get(0).sentence());
  }

  private ChosenInterpreter version(String asked) throws NoInterpreterException {
    Optional<Interpreter> onPath =
        commands
            .firstReal("python" + asked)
            .map(probe::probe)
            .flatMap(InterpreterChoice::usable)
            .filter(interpreter -> interpreter.version().answers(asked));
    if (onPath.isPresent()) {
      return chosen("python" + asked, onPath.get());
    }
    List<Probed> found = finder.find().stream().map(FoundInterpreter::probed).toList();
    List<Interpreter> all = found.stream().flatMap(probed -> usable(probed).stream()).toList();
    Interpreter newest =
        all.stream()
            .filter(interpreter -> interpreter.version().answers(asked))
            .max(
                Comparator.comparing(Interpreter::version)
                    .thenComparing(Interpreter::freeThreaded, Comparator.reverseOrder()))
            .orElseThrow(
                () ->
                    new NoInterpreterException(
                        unusable(asked, found).orElseGet(() -> notInstalled(asked, all))));
    return chosen(newest.executable().toString(), newest);
  }

  /** Why the version that was asked for is there and does not help. */
  private static Optional<String> unusable(String asked, List<Probed> found) {
    return found.stream()
        .filter(Refusal.class::isInstance)
        .map(Refusal.class::cast)
        .filter(refusal -> refusal.version().filter(version -> version.answers(asked)).isPresent())
        .findFirst()
        .map(refusal -> "Python " + asked + " was found, but Leadline " + refusal.sentence());
  }

  private static String notInstalled(String asked, List<Interpreter> all) {
    String versions =
        all.stream()
            .map(Interpreter::version)
            .distinct()
            .sorted()
            .map(PythonVersion::toString)
            .collect(Collectors.joining(", "));
    String found = versions.isEmpty() ? "no other was found" : "found are " + versions;
    return "Python " + asked + " is not installed; " + found;
  }

  private static Optional<Interpreter> usable(Probed probed) {
    return probed instanceof Interpreter interpreter ? Optional.of(interpreter) : Optional.empty();
  }

  private static ChosenInterpreter accept(String command, Probed probed)
      throws NoInterpreterException {
    if (probed instanceof Interpreter interpreter) {
      return chosen(command, interpreter);
    }
    throw new NoInterpreterException(((Refusal) probed).sentence());
  }

  private static ChosenInterpreter chosen(String command, Interpreter interpreter) {
    Path parent = interpreter.executable().getParent();
    boolean shim = parent != null && CommandSearch.isShimDirectory(parent);
    return new ChosenInterpreter(shim ? interpreter.sysExecutable() : command, interpreter);
  }

  /**
   * The interpreter that a run uses.
   *
   * @param command what {@code sys.orig_argv[0]} is where the user starts it by hand: the command
   *     as typed, or the file that a shim starts
   * @param interpreter the interpreter
   */
  public record ChosenInterpreter(String command, Interpreter interpreter) {

    public ChosenInterpreter {
      Objects.requireNonNull(command, "command");
      Objects.requireNonNull(interpreter, "interpreter");
    }
  }
}
