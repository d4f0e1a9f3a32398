package dev.leadline.check;

import dev.leadline.event.Recording;
import dev.leadline.expect.Expectation;
import dev.leadline.expect.Place;
import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.launch.LaunchRequest;
import dev.leadline.launch.Program;
import dev.leadline.runs.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A program with what its runs must show.
 *
 * @param name what results call it; no two runs of a check have the same
 * @param place where it was planned
 * @param program what is run
 * @param pythons where it is run
 * @param pythonOptions options of the interpreter, each a token of its own
 * @param recording which events its filters keep; expectations may ask for more kinds of them
 * @param environment what is changed in the environment of this process: a value, or none to remove
 *     the variable
 * @param directory absolute working directory of the program
 * @param stdin absolute path of what the program reads there; nothing where empty
 * @param timeout how long it may run; empty for as long as it likes
 * @param follow whether child processes are recorded, too
 * @param expectations what it must show
 */
public record PlannedRun(
    String name,
    Place place,
    Program program,
    Pythons pythons,
    List<String> pythonOptions,
    Recording recording,
    Map<String, Optional<String>> environment,
    Path directory,
    Optional<Path> stdin,
    Optional<Duration> timeout,
    boolean follow,
    List<Planned> expectations) {

  /** An expectation, and where it was written. */
  public record Planned(Expectation expectation, Place place) {
    public Planned {
      Objects.requireNonNull(expectation, "expectation");
      Objects.requireNonNull(place, "place");
    }
  }

  public PlannedRun {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(pythons, "pythons");
    pythonOptions = List.copyOf(pythonOptions);
    Objects.requireNonNull(recording, "recording");
    environment = Map.copyOf(environment);
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(stdin, "stdin");
    Objects.requireNonNull(timeout, "timeout");
    expectations = List.copyOf(expectations);
  }

  /** The same run, which must show these. */
  public PlannedRun expecting(List<Planned> others) {
    return new PlannedRun(
        name,
        place,
        program,
        pythons,
        pythonOptions,
        recording,
        environment,
        directory,
        stdin,
        timeout,
        follow,
        others);
  }

  /** The same run on other interpreters. */
  public PlannedRun on(Pythons others) {
    return new PlannedRun(
        name,
        place,
        program,
        others,
        pythonOptions,
        recording,
        environment,
        directory,
        stdin,
        timeout,
        follow,
        expectations);
  }

  /**
   * Its run on one interpreter.
   *
   * @param recorded which events are wanted
   * @param surroundings what is changed in the environment of this process for all programs; what
   *     is planned for this one wins
   */
  public RunRequest request(
      ChosenInterpreter python, Recording recorded, Map<String, Optional<String>> surroundings) {
    Map<String, Optional<String>> changes = new HashMap<>(surroundings);
    changes.putAll(environment);
    return new RunRequest(
        python,
        pythonOptions,
        program,
        Optional.empty(),
        recorded,
        false,
        changes,
        directory,
        stdin,
        timeout,
        follow,
        LaunchRequest.DEFAULT_MAX_PROCESSES);
  }
}
