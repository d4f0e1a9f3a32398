package dev.leadline.cli.option;

import dev.leadline.run.RunSpec;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether the processes that a program starts are recorded too, and how many. */
public final class FollowOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--follow",
      description =
          "Record the Python processes that the program starts too: fork, multiprocessing,"
              + " subprocess, exec.")
  private boolean follow;

  @Option(
      names = "--max-processes",
      paramLabel = "N",
      converter = Converters.Count.class,
      description = "With --follow: record at most N processes at the same time. Default: 500.")
  private Optional<Integer> maxProcesses = Optional.empty();

  /** Refuses options that make no sense together. */
  public void check() {
    if (maxProcesses.isPresent() && !follow) {
      throw wrong("--max-processes goes with --follow");
    }
    if (maxProcesses.filter(number -> number == 0).isPresent()) {
      throw wrong("--max-processes: the program itself is one; give 1 or more");
    }
  }

  public void applyTo(RunSpec.Builder spec) {
    spec.follow(follow);
    maxProcesses.ifPresent(spec::maxProcesses);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
