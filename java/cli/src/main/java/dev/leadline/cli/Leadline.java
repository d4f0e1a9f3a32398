package dev.leadline.cli;

import dev.leadline.cli.output.Messages;
import dev.leadline.cli.output.Streams;
import dev.leadline.launch.ProgramStdio;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The command line inside another Java program, such as a build tool. Nothing is read from the
 * JVM's stdin or written to its streams, and the JVM goes on. Commands may run at once, on threads
 * of their own; signals that ask the JVM to end go to the programs as long as any of them runs.
 */
public final class Leadline {

  private Leadline() {}

  /**
   * Where it all goes; none of the streams is closed.
   *
   * @param out the report, where there is no file for it
   * @param err Leadline's own lines
   * @param programOut what a traced program writes to its stdout
   * @param programErr what a traced program writes to its stderr
   */
  public record Outputs(
      OutputStream out, OutputStream err, OutputStream programOut, OutputStream programErr) {

    public Outputs {
      Objects.requireNonNull(out, "out");
      Objects.requireNonNull(err, "err");
      Objects.requireNonNull(programOut, "programOut");
      Objects.requireNonNull(programErr, "programErr");
    }
  }

  /**
   * How a command ended.
   *
   * @param status the exit status that the command line would have; of {@code trace}, this is the
   *     traced program's own, unless Leadline complained
   * @param complained whether Leadline could not do what was asked for; the last line of {@link
   *     Outputs#err} says why
   */
  public record Finished(int status, boolean complained) {}

  /**
   * Runs one command.
   *
   * @param arguments the command line, the command's name first
   * @param directory the working directory: relative paths are relative to it
   * @param environment the variables that say where interpreters are; the program's own environment
   *     is that of the JVM, with what {@code --env} sets
   */
  public static Finished run(
      List<String> arguments, Path directory, Map<String, String> environment, Outputs outputs) {
    InputStream in = InputStream.nullInputStream();
    Streams streams =
        new Streams(
            in,
            outputs.out(),
            outputs.err(),
            ProgramStdio.piped(in, outputs.programOut(), outputs.programErr()),
            environment,
            directory,
            false,
            false,
            false);
    ErrorReporter errors = new ErrorReporter(new Messages(streams.err()), () -> false);
    int status = Main.run(arguments.toArray(String[]::new), streams, errors);
    return new Finished(status, errors.hasReported());
  }
}
