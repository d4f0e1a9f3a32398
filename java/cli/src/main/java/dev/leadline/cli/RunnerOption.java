package dev.leadline.cli;

import dev.leadline.launch.Runner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What loads the program by itself, as its user would start it. */
final class RunnerOption {

  private static final String MODULE = "-m";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--runner",
      paramLabel = "FILE|'-m MODULE'",
      parameterConsumer = NextWord.class,
      description =
          "Your own debugger or launcher, which loads PROGRAM by itself and runs untouched; its own"
              + " arguments may follow in the same word: --runner '-m pytest -q'.")
  private Optional<String> runner = Optional.empty();

  /** The runner that was asked for; a file is relative to {@code directory}. */
  Optional<Runner> parse(Path directory) {
    return runner.map(text -> parse(text.strip(), directory));
  }

  private Runner parse(String text, Path directory) {
    if (!text.isEmpty() && Files.exists(directory.resolve(text))) {
      return new Runner(Runner.Kind.SCRIPT, text, List.of());
    }
    List<String> words = Arrays.asList(text.split("\\s+"));
    String first = words.get(0);
    if (first.equals(MODULE) && words.size() > 1) {
      return new Runner(Runner.Kind.MODULE, words.get(1), words.subList(2, words.size()));
    }
    if (first.isEmpty() || !Files.exists(directory.resolve(first))) {
      throw new ParameterException(
          command.commandLine(),
          "--runner: there is no file '"
              + first
              + "' in "
              + directory
              + "; a module is written as --runner '-m NAME'");
    }
    return new Runner(Runner.Kind.SCRIPT, first, words.subList(1, words.size()));
  }

  /** Takes the next word whatever it looks like, since {@code -m} is an option of ours, too. */
  static final class NextWord implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
      if (args.isEmpty()) {
        throw new ParameterException(
            command.commandLine(), "--runner needs a FILE or a '-m MODULE'");
      }
      option.setValue(Optional.of(args.pop()));
    }
  }
}
