package dev.leadline.cli.option;

import dev.leadline.cli.output.Streams;
import dev.leadline.event.Recording;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One program on several interpreters: what is the same for all of them. */
public final class BatchOptions {

  @Mixin private SurroundingOptions surroundings;
  @Mixin private FollowOptions follow;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = Converters.Durations.class,
      description = "Stop each run after 30s, 2m, 1h, 500ms; a plain number is seconds.")
  private Optional<Duration> timeout = Optional.empty();

  /** Refuses options that make no sense together. */
  public void check() {
    follow.check();
  }

  /** Where the program starts. */
  public Path directory(Streams streams) {
    return surroundings.directory(streams);
  }

  /** The seed of hashes that Leadline gives to all; empty where the user did. */
  public Optional<String> fixedSeed(Streams streams) {
    return ProgramEnvironment.hasFixedSeed(surroundings.environment(streams), streams)
        ? Optional.of(ProgramEnvironment.FIXED_SEED)
        : Optional.empty();
  }

  /** A run on each of these, in their order. */
  public List<PythonRun> runs(
      List<ChosenInterpreter> pythons,
      Program program,
      Recording recording,
      boolean timed,
      Streams streams) {
    RunSpec.Builder spec =
        RunSpec.of(program, directory(streams)).recording(recording).timed(timed).timeout(timeout);
    surroundings.applyTo(spec, streams);
    follow.applyTo(spec);
    spec.environment(ProgramEnvironment.withSeed(surroundings.environment(streams), streams));
    RunSpec same = spec.build();
    return pythons.stream().map(python -> new PythonRun(python, same)).toList();
  }
}
