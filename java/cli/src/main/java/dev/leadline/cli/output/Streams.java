package dev.leadline.cli.output;

import dev.leadline.launch.ProgramStdio;
import dev.leadline.report.text.ReportStyle;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * All that a command touches of the process it runs in.
 *
 * @param in stdin
 * @param out stdout: the program's, or the report's where there is no program
 * @param err stderr: the program's and Leadline's own
 * @param program what the traced program gets for its three streams
 * @param environment environment variables
 * @param directory working directory
 * @param inIsTerminal whether {@code in} is one
 * @param outIsTerminal whether {@code out} is one
 * @param errIsTerminal whether {@code err} is one
 */
public record Streams(
    InputStream in,
    OutputStream out,
    OutputStream err,
    ProgramStdio program,
    Map<String, String> environment,
    Path directory,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  public Streams {
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
    Objects.requireNonNull(program, "program");
    environment = Map.copyOf(environment);
    Objects.requireNonNull(directory, "directory");
  }

  /** Those of this process. */
  public static Streams ofThisProcess() {
    return new Streams(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        ProgramStdio.inherited(),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Terminal.isTerminal(0),
        Terminal.isTerminal(1),
        Terminal.isTerminal(2));
  }

  /** Streams of Java, as a test has them. */
  public static Streams of(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> environment,
      Path directory) {
    return new Streams(
        in,
        out,
        err,
        ProgramStdio.piped(in, out, err),
        environment,
        directory,
        false,
        false,
        false);
  }

  /** How a report on stdout may look. */
  public ReportStyle outStyle() {
    return style(outIsTerminal);
  }

  /** How a report on stderr may look. */
  public ReportStyle errStyle() {
    return style(errIsTerminal);
  }

  private ReportStyle style(boolean terminal) {
    return terminal
        ? new ReportStyle(
            Terminal.wantsColour(environment),
            Terminal.width(environment),
            ReportStyle.Detail.TERMINAL)
        : ReportStyle.PLAIN;
  }
}
