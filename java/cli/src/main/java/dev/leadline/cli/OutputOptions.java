package dev.leadline.cli;

import dev.leadline.report.ReportFormat;
import dev.leadline.report.ReportFormats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In which form a trace is shown or stored, where, and how much Leadline says about it. */
final class OutputOptions {

  /** The stored stream itself; the one format that is no report. */
  static final String TRACE = "trace";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Names.class,
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: tree; trace, the stream itself, with -o.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE; a name that ends in .gz has it compressed.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--quiet", description = "Say nothing but errors.")
  private boolean quiet;

  @Option(names = "--verbose", description = "Say more about what Leadline does.")
  private boolean verbose;

  /** Refuses options that contradict each other, and formats that there are not. */
  void check() {
    if (quiet && verbose) {
      throw wrong("--quiet and --verbose contradict each other");
    }
    if (format.isPresent() && !isTrace() && report().isEmpty()) {
      String names = String.join(", ", new Names());
      throw wrong("there is no format '" + format.get() + "'; choose one of " + names);
    }
  }

  boolean isTrace() {
    return format.orElse(output.isPresent() ? TRACE : "tree").equals(TRACE);
  }

  /** The report that was asked for; none for a stored trace. */
  Optional<ReportFormat> report() {
    return isTrace() ? Optional.empty() : ReportFormats.named(format.orElse("tree"));
  }

  /** Whether notices must be said beside the output: it is elsewhere, or has no place for them. */
  boolean hidesNotices() {
    return output.isPresent() || isTrace() || format.filter("ndjson"::equals).isPresent();
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  /** The file to write, absolute, where one can be made. */
  Optional<Path> file(Path directory) {
    if (output.filter(Path.of("-")::equals).isPresent()) {
      throw wrong("-o needs the name of a file; for one that is called '-' write ./-");
    }
    Optional<Path> file = output.map(directory::resolve).map(Path::normalize);
    file.ifPresent(this::checkFile);
    return file;
  }

  private void checkFile(Path file) {
    if (Files.isDirectory(file)) {
      throw wrong("-o: " + file + " is a directory");
    }
    Path parent = file.getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw wrong("-o: there is no directory " + parent);
    }
  }

  ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** The formats for the help and for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      Stream<String> reports = ReportFormats.ALL.stream().map(ReportFormat::name);
      return Stream.concat(reports, Stream.of(TRACE)).iterator();
    }
  }
}
