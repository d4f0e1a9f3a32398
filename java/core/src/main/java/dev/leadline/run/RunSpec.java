package dev.leadline.run;

import dev.leadline.event.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is run, how, and what of it is recorded; on whatever interpreter.
 *
 * @param program what is run
 * @param runner what loads the program by itself, untouched by the agent; the calls are then
 *     counted where they are recorded otherwise. Empty where Leadline loads the program
 * @param pythonOptions options of the interpreter, each a token of its own
 * @param environment what is changed in the environment of this process: a value, or none to remove
 *     the variable
 * @param directory working directory of the program, absolute
 * @param stdin file that the program reads there; empty for what the launch connects
 * @param timeout how long it may run; empty for no limit
 * @param recording which events are kept
 * @param timed whether calls and returns carry times
 * @param engine what records the events
 * @param live whether every event is written at once instead of in batches
 * @param follow whether child processes are recorded, too
 * @param maxProcesses how many processes may be recorded at the same time, the first included
 */
public record RunSpec(
    Program program,
    Optional<Runner> runner,
    List<String> pythonOptions,
    Map<String, Optional<String>> environment,
    Path directory,
    Optional<Path> stdin,
    Optional<Duration> timeout,
    Recording recording,
    boolean timed,
    Engine engine,
    boolean live,
    boolean follow,
    int maxProcesses) {

  /** A bound that few programs reach on purpose, and a fork bomb at once. */
  public static final int DEFAULT_MAX_PROCESSES = 500;

  public RunSpec {
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(runner, "runner");
    pythonOptions = List.copyOf(pythonOptions);
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(stdin, "stdin");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(recording, "recording");
    Objects.requireNonNull(engine, "engine");
    if (maxProcesses < 1) {
      throw new IllegalArgumentException("maxProcesses: " + maxProcesses);
    }
    if (runner.isPresent() && program.kind() != Program.Kind.SCRIPT) {
      throw new IllegalArgumentException("a runner loads a script, no " + program.kind());
    }
  }

  /** A builder with the defaults for a program that starts in a directory. */
  public static Builder of(Program program, Path directory) {
    return new Builder(program, directory);
  }

  /** A builder that holds this specification. */
  public Builder toBuilder() {
    Builder builder = new Builder(program, directory);
    builder.runner = runner;
    builder.pythonOptions = pythonOptions;
    builder.environment = environment;
    builder.stdin = stdin;
    builder.timeout = timeout;
    builder.recording = recording;
    builder.timed = timed;
    builder.engine = engine;
    builder.live = live;
    builder.follow = follow;
    builder.maxProcesses = maxProcesses;
    return builder;
  }

  /** Collects a specification; what is not set has its default. */
  public static final class Builder {
    private final Program program;
    private Path directory;
    private Optional<Runner> runner = Optional.empty();
    private List<String> pythonOptions = List.of();
    private Map<String, Optional<String>> environment = Map.of();
    private Optional<Path> stdin = Optional.empty();
    private Optional<Duration> timeout = Optional.empty();
    private Recording recording = Recording.USUAL;
    private boolean timed;
    private Engine engine = Engine.byDefault();
    private boolean live;
    private boolean follow;
    private int maxProcesses = DEFAULT_MAX_PROCESSES;

    private Builder(Program program, Path directory) {
      this.program = program;
      this.directory = directory;
    }

    /** Where the program starts. */
    public Builder directory(Path start) {
      directory = start;
      return this;
    }

    /** Default: none, Leadline loads the program. */
    public Builder runner(Runner loader) {
      runner = Optional.of(loader);
      return this;
    }

    /** Default: none. */
    public Builder pythonOptions(List<String> tokens) {
      pythonOptions = tokens;
      return this;
    }

    /** Default: no changes. */
    public Builder environment(Map<String, Optional<String>> changes) {
      environment = changes;
      return this;
    }

    /** Default: none. */
    public Builder stdin(Optional<Path> file) {
      stdin = file;
      return this;
    }

    /** Default: no limit. */
    public Builder timeout(Optional<Duration> limit) {
      timeout = limit;
      return this;
    }

    /** Default: {@link Recording#USUAL}. */
    public Builder recording(Recording kept) {
      recording = kept;
      return this;
    }

    /** Default: false. */
    public Builder timed(boolean withTimes) {
      timed = withTimes;
      return this;
    }

    /** Default: {@link Engine#AUTO}, or what the environment variable LEADLINE_ENGINE says. */
    public Builder engine(Engine recorder) {
      engine = recorder;
      return this;
    }

    /** Default: false. */
    public Builder live(boolean atOnce) {
      live = atOnce;
      return this;
    }

    /** Default: false. */
    public Builder follow(boolean children) {
      follow = children;
      return this;
    }

    /** Default: {@link #DEFAULT_MAX_PROCESSES}. */
    public Builder maxProcesses(int most) {
      maxProcesses = most;
      return this;
    }

    /** The specification. */
    public RunSpec build() {
      return new RunSpec(
          program,
          runner,
          pythonOptions,
          environment,
          directory,
          stdin,
          timeout,
          recording,
          timed,
          engine,
          live,
          follow,
          maxProcesses);
    }
  }
}
