package dev.leadline.cli.option;

import dev.leadline.cli.output.Streams;
import dev.leadline.interpreter.Surroundings;
import dev.leadline.run.ModuleName;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import dev.leadline.run.Runner.RunnerException;
import dev.leadline.run.RunnerSearch;
import dev.leadline.run.RunnerTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What loads the program by itself, as its user would start it. */
public final class RunnerOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--runner",
      paramLabel = "COMMAND",
      parameterConsumer = NextWord.class,
      description =
          "Your own debugger, launcher or server, which loads PROGRAM by itself and runs untouched:"
              + " a file, a command that is a Python script, or '-m MODULE', with its arguments in"
              + " the same word. PROGRAM ARGS stand at its end, unless it says where: {} is"
              + " PROGRAM, {module} its name for an import, {args} its ARGS. Its child processes"
              + " are recorded, too.")
  private Optional<String> runner = Optional.empty();

  public boolean isGiven() {
    return runner.isPresent();
  }

  /** The same run under the runner that was asked for; a file is relative to its directory. */
  public PythonRun loading(PythonRun run, Streams streams) {
    return runner.map(text -> loading(text.strip(), run, streams)).orElse(run);
  }

  private PythonRun loading(String text, PythonRun run, Streams streams) {
    RunSpec spec = run.spec();
    Map<String, String> environment = new HashMap<>(streams.environment());
    spec.environment()
        .forEach((name, value) -> environment.compute(name, (n, old) -> value.orElse(null)));
    Surroundings surroundings =
        Surroundings.ofThisMachine(environment, spec.directory().toAbsolutePath());
    RunnerSearch search = new RunnerSearch(surroundings, run.python().interpreter());
    try {
      List<String> line =
          template(text, spec.directory())
              .commandLine(spec.program(), new ModuleName(surroundings));
      // one of the child processes may be what loads the program
      RunSpec under = spec.toBuilder().runner(search.find(line)).follow(true).build();
      return new PythonRun(run.python(), under);
    } catch (RunnerException e) {
      throw new ParameterException(command.commandLine(), "--runner: " + e.getMessage());
    }
  }

  /** A file may have blanks in its name, and braces. */
  private static RunnerTemplate template(String text, Path directory) {
    boolean isFile = !text.isEmpty() && Files.exists(directory.resolve(text));
    return new RunnerTemplate(
        isFile
            ? List.of(text.replace("{", "{{").replace("}", "}}"))
            : Arrays.asList(text.split("\\s+")));
  }

  /** Takes the next word whatever it looks like, since {@code -m} is an option of ours, too. */
  static final class NextWord implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
      if (args.isEmpty()) {
        throw new ParameterException(
            command.commandLine(), "--runner needs a FILE, a COMMAND or a '-m MODULE'");
      }
      option.setValue(Optional.of(args.pop()));
    }
  }
}
