package dev.leadline.cli;

import dev.leadline.event.Recording;
import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.launch.Program;
import dev.leadline.runs.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One program on several interpreters: what is the same for all of them. */
final class SeveralRuns {

  @Mixin private SurroundingOptions surroundings;
  @Mixin private FollowOptions follow;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "Stop each run after 30s, 2m, 1h, 500ms; a plain number is seconds.")
  private Optional<Duration> timeout = Optional.empty();

  /** Refuses options that make no sense together. */
  void check() {
    follow.check();
  }

  /** Where the program starts. */
  Path directory(Streams streams) {
    return surroundings.directory(streams);
  }

  /** The seed of hashes that Leadline gives to all; empty where the user did. */
  Optional<String> fixedSeed(Streams streams) {
    return HashSeed.isFixed(surroundings.environment(streams), streams)
        ? Optional.of(HashSeed.FIXED)
        : Optional.empty();
  }

  /** A run on each of these, in their order. */
  List<RunRequest> requests(
      List<ChosenInterpreter> pythons,
      Program program,
      Recording recording,
      boolean timed,
      Streams streams) {
    Path directory = directory(streams);
    Map<String, Optional<String>> environment =
        HashSeed.in(surroundings.environment(streams), streams);
    return pythons.stream()
        .map(
            python ->
                new RunRequest(
                    python,
                    surroundings.options(),
                    program,
                    Optional.empty(),
                    recording,
                    timed,
                    environment,
                    directory,
                    Optional.empty(),
                    timeout,
                    follow.follow(),
                    follow.maxProcesses()))
        .toList();
  }
}
