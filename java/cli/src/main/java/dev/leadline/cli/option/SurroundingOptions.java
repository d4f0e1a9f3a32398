package dev.leadline.cli.option;

import dev.leadline.cli.output.Streams;
import dev.leadline.run.InterpreterArguments;
import dev.leadline.run.RunSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** In which surroundings an interpreter runs the program. */
public final class SurroundingOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--python-option",
      paramLabel = "OPT",
      parameterConsumer = InterpreterOption.class,
      description = "An option of the interpreter: --python-option=-O, --python-option='-X utf8'.")
  private List<Tokens> pythonOptions = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "K=V",
      converter = Assignment.class,
      description = "Set an environment variable for the program (repeatable).")
  private List<Map.Entry<String, String>> environment = new ArrayList<>();

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "Start the program in DIR; a relative PROGRAM is relative to it.")
  private Optional<Path> cwd = Optional.empty();

  /** Where the program starts. */
  public Path directory(Streams streams) {
    Path directory = cwd.map(streams.directory()::resolve).orElse(streams.directory());
    if (!Files.isDirectory(directory)) {
      throw new ParameterException(
          command.commandLine(), "--cwd: there is no directory " + directory);
    }
    return directory;
  }

  public void applyTo(RunSpec.Builder spec, Streams streams) {
    spec.pythonOptions(pythonOptions.stream().flatMap(option -> option.tokens().stream()).toList());
    spec.environment(environment(streams));
  }

  /** What the program's environment has otherwise than ours. */
  Map<String, Optional<String>> environment(Streams streams) {
    Map<String, Optional<String>> changes =
        new LinkedHashMap<>(ProgramEnvironment.changes(streams.environment()));
    environment.forEach(entry -> changes.put(entry.getKey(), Optional.of(entry.getValue())));
    return changes;
  }

  /** {@code K=V}. */
  static final class Assignment implements ITypeConverter<Map.Entry<String, String>> {
    @Override
    public Map.Entry<String, String> convert(String text) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new TypeConversionException("'" + text + "' is not of the form NAME=VALUE");
      }
      return Map.entry(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  /** One option of the interpreter, with its value if it has one. */
  record Tokens(List<String> tokens) {}

  /**
   * An option, with its value behind the first blank. It takes the next argument whatever it looks
   * like, since the interpreter has options that are called like ours.
   */
  static final class InterpreterOption implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
      if (args.isEmpty()) {
        throw new ParameterException(command.commandLine(), "--python-option needs an OPT");
      }
      String text = args.pop();
      List<String> tokens = InterpreterArguments.tokens(text);
      Optional<String> refusal = InterpreterArguments.refusal(tokens);
      if (refusal.isPresent()) {
        String why = "--python-option: '" + text + "' " + refusal.get();
        throw new ParameterException(command.commandLine(), why);
      }
      List<Tokens> options = new ArrayList<>(option.<List<Tokens>>getValue());
      options.add(new Tokens(tokens));
      option.setValue(options);
    }
  }
}
