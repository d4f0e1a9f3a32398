package dev.leadline.runs;

import dev.leadline.event.Recording;
import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.launch.LaunchRequest;
import dev.leadline.launch.PlainRun;
import dev.leadline.launch.Program;
import dev.leadline.launch.ProgramStdio;
import dev.leadline.launch.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One run of several: as {@link LaunchRequest}, without the streams: what it writes is captured.
 *
 * @param python what runs it
 * @param pythonOptions options of the interpreter, each a token of its own
 * @param program what is run
 * @param runner what loads the program by itself; empty where Leadline does
 * @param recording which events are wanted
 * @param timed whether calls and returns carry times
 * @param environment what is changed in the environment of this process
 * @param directory working directory of the program
 * @param stdin file that the program reads there; what all runs read in common where empty
 * @param timeout how long it may run; empty for as long as it likes
 * @param follow whether child processes are recorded, too
 * @param maxProcesses how many processes may be recorded at the same time
 */
public record RunRequest(
    ChosenInterpreter python,
    List<String> pythonOptions,
    Program program,
    Optional<Runner> runner,
    Recording recording,
    boolean timed,
    Map<String, Optional<String>> environment,
    Path directory,
    Optional<Path> stdin,
    Optional<Duration> timeout,
    boolean follow,
    int maxProcesses) {

  public RunRequest {
    Objects.requireNonNull(python, "python");
    pythonOptions = List.copyOf(pythonOptions);
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(runner, "runner");
    Objects.requireNonNull(recording, "recording");
    environment = Map.copyOf(environment);
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(stdin, "stdin");
    Objects.requireNonNull(timeout, "timeout");
  }

  /** The same run on another interpreter. */
  public RunRequest on(ChosenInterpreter other) {
    return new RunRequest(
        other,
        pythonOptions,
        program,
        runner,
        recording,
        timed,
        environment,
        directory,
        stdin,
        timeout,
        follow,
        maxProcesses);
  }

  /** The same run under a runner, with its children: one of these may be what loads the program. */
  public RunRequest under(Runner other) {
    return new RunRequest(
        python,
        pythonOptions,
        program,
        Optional.of(other),
        recording,
        timed,
        environment,
        directory,
        stdin,
        timeout,
        true,
        maxProcesses);
  }

  /** The same run with these changes to the environment. */
  public RunRequest in(Map<String, Optional<String>> changes) {
    return new RunRequest(
        python,
        pythonOptions,
        program,
        runner,
        recording,
        timed,
        changes,
        directory,
        stdin,
        timeout,
        follow,
        maxProcesses);
  }

  /** The same run, which reads that file. */
  public RunRequest reading(Path file) {
    return new RunRequest(
        python,
        pythonOptions,
        program,
        runner,
        recording,
        timed,
        environment,
        directory,
        Optional.of(file),
        timeout,
        follow,
        maxProcesses);
  }

  /** The same run without the agent. */
  public PlainRun untraced() {
    return new PlainRun(
        python.interpreter(), pythonOptions, program, environment, directory, stdin, timeout);
  }

  LaunchRequest launch(ProgramStdio stdio) {
    return new LaunchRequest(
        python,
        pythonOptions,
        program,
        recording,
        timed,
        false,
        environment,
        directory,
        timeout,
        stdio,
        follow,
        maxProcesses,
        runner);
  }
}
