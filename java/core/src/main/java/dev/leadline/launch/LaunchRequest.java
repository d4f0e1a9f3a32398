package dev.leadline.launch;

import dev.leadline.event.Recording;
import dev.leadline.interpreter.ChosenInterpreter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One run.
 *
 * @param python what runs it
 * @param pythonOptions options of the interpreter, each a token of its own
 * @param program what is run
 * @param recording which events are wanted
 * @param timed whether calls and returns carry times
 * @param live whether every event is written at once instead of in batches
 * @param environment what is changed in the environment of this process: a value, or none to remove
 *     the variable
 * @param directory working directory of the program
 * @param timeout how long it may run; empty for as long as it likes
 * @param stdio the program's three streams
 * @param follow whether child processes are recorded, too
 * @param maxProcesses how many processes may be recorded at the same time, the first included
 * @param runner what loads the program by itself, untouched by the agent; the calls are then
 *     counted where they are recorded otherwise. Empty where Leadline loads it
 */
public record LaunchRequest(
    ChosenInterpreter python,
    List<String> pythonOptions,
    Program program,
    Recording recording,
    boolean timed,
    boolean live,
    Map<String, Optional<String>> environment,
    Path directory,
    Optional<Duration> timeout,
    ProgramStdio stdio,
    boolean follow,
    int maxProcesses,
    Optional<Runner> runner) {

  /** A bound that few programs reach on purpose, and a fork bomb at once. */
  public static final int DEFAULT_MAX_PROCESSES = 500;

  public LaunchRequest {
    Objects.requireNonNull(python, "python");
    pythonOptions = List.copyOf(pythonOptions);
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(recording, "recording");
    environment = Map.copyOf(environment);
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(stdio, "stdio");
    if (maxProcesses < 1) {
      throw new IllegalArgumentException("maxProcesses: " + maxProcesses);
    }
    Objects.requireNonNull(runner, "runner");
    if (runner.isPresent() && program.kind() != Program.Kind.SCRIPT) {
      throw new IllegalArgumentException("a runner loads a script, no " + program.kind());
    }
  }

  /** A run of a program that Leadline loads, and of no other process. */
  public LaunchRequest(
      ChosenInterpreter python,
      List<String> pythonOptions,
      Program program,
      Recording recording,
      boolean timed,
      boolean live,
      Map<String, Optional<String>> environment,
      Path directory,
      Optional<Duration> timeout,
      ProgramStdio stdio) {
    this(
        python,
        pythonOptions,
        program,
        recording,
        timed,
        live,
        environment,
        directory,
        timeout,
        stdio,
        false,
        DEFAULT_MAX_PROCESSES,
        Optional.empty());
  }
}
