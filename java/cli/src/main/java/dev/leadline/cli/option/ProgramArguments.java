package dev.leadline.cli.option;

import dev.leadline.run.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The program and its arguments, given as CPython takes them: everything behind it belongs to it.
 */
public final class ProgramArguments {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "-m", paramLabel = "MODULE", parameterConsumer = Rest.class, hidden = true)
  private List<String> module = new ArrayList<>();

  @Option(names = "-c", paramLabel = "CODE", parameterConsumer = Rest.class, hidden = true)
  private List<String> code = new ArrayList<>();

  @Parameters(
      paramLabel = "PROGRAM [ARGS...]",
      hideParamSyntax = true,
      description =
          "A script, a directory or zip with __main__.py, - for a program on stdin, -m MODULE or"
              + " -c CODE; and its arguments: all that follows is for the program.")
  private List<String> program = new ArrayList<>();

  /** The program that was asked for; a path is relative to {@code directory}. */
  public Program parse(Path directory) {
    if (!module.isEmpty()) {
      return program(Program.Kind.MODULE, module);
    }
    if (!code.isEmpty()) {
      return program(Program.Kind.CODE, code);
    }
    if (program.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "what is to be traced? Give a PROGRAM, -m MODULE or -c CODE");
    }
    return Program.at(program.get(0), program.subList(1, program.size()), directory);
  }

  /** The sentence for one that is not there. */
  public static String missing(Program program, Path directory) {
    return "no such program: " + program.target() + " (in " + directory + ")";
  }

  private static Program program(Program.Kind kind, List<String> words) {
    return new Program(kind, words.get(0), words.subList(1, words.size()));
  }

  /** Takes all that is left of the command line, options or not. */
  static final class Rest implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> args, ArgSpec argSpec, CommandSpec commandSpec) {
      if (args.isEmpty()) {
        String option = ((picocli.CommandLine.Model.OptionSpec) argSpec).longestName();
        throw new ParameterException(
            commandSpec.commandLine(), option + " needs a " + argSpec.paramLabel());
      }
      List<String> words = argSpec.getValue();
      while (!args.isEmpty()) {
        words.add(args.pop());
      }
    }
  }
}
