package dev.leadline.cli.option;

import dev.leadline.event.Recording;
import dev.leadline.report.ReportFormats;
import dev.leadline.report.format.Format;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.text.ReportStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In which form a trace is shown or stored, where, and how much Leadline says about it. */
public final class OutputOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: by the extension of FILE, as report"
              + " --list-formats shows it, else the trace itself; without -o, tree.")
  private Optional<Format> format = Optional.empty();

  @Mixin private OutputFile output;

  @Option(
      names = "--no-source",
      description =
          "Store no source in a trace. Without it, a stored trace holds the user's source files of"
              + " which something ran.")
  private boolean sourceless;

  @Option(names = "--quiet", description = "Say nothing but errors.")
  private boolean quiet;

  @Option(names = "--verbose", description = "Say more about what Leadline does.")
  private boolean verbose;

  @Mixin private DetailOptions detail;

  /**
   * Refuses options that contradict each other.
   *
   * @throws IOException if what writes the format is missing
   */
  public void check() throws IOException {
    if (quiet && verbose) {
      throw wrong("--quiet and --verbose contradict each other");
    }
    if (sourceless && !isTrace()) {
      throw wrong(
          "--no-source is for a stored trace; --format " + chosen().name() + " stores none");
    }
    detail.check();
    Optional<String> missing = report().flatMap(ReportFormat::missing);
    if (missing.isPresent()) {
      throw new IOException(missing.get());
    }
  }

  /** Whether a stored trace holds source files. */
  public boolean storesSource() {
    return !sourceless;
  }

  /** What is written: the format that was asked for, that of the file's extension, or the usual. */
  private Format chosen() {
    if (format.isPresent()) {
      return format.get();
    }
    return output.name().isEmpty()
        ? ReportFormats.REPORTS.usual()
        : ReportFormats.ALL.forFile(output.name().get()).orElse(ReportFormats.STORED_TRACE);
  }

  /** The report that was asked for; none for a stored trace. */
  public Optional<ReportFormat> report() {
    return ReportFormats.REPORTS.named(chosen().name());
  }

  /** Whether the stream itself is stored. */
  public boolean isTrace() {
    return report().isEmpty();
  }

  /** Refuses to write what is not for people onto a stream where people would see it. */
  public void checkStream(boolean forPeople, String advice) {
    boolean readable = report().filter(ReportFormat::isForTerminals).isPresent();
    if (output.name().isEmpty() && forPeople && !readable) {
      throw wrong("--format " + chosen().name() + " " + advice);
    }
  }

  /** The choice of events, and besides them those that the report is made of. */
  public Recording widened(Recording choice) {
    return report().map(report -> Need.widened(choice, report.needs())).orElse(choice);
  }

  /** Whether the report is made of times. */
  public boolean needsTimes() {
    return report().filter(report -> report.needs().contains(Need.TIMES)).isPresent();
  }

  /** Whether a file is compressed: its name says so, and the format is not compressed already. */
  public boolean compresses(Path file) {
    return isCompressed(file.toString()) && !isCompressed(chosen().extension());
  }

  private static boolean isCompressed(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** Whether notices must be said beside the output: it is elsewhere, or has no place for them. */
  public boolean hidesNotices() {
    return output.name().isPresent() || report().filter(ReportFormat::tellsNotices).isEmpty();
  }

  /** Whether the events are shown while the program runs. */
  public boolean isLive() {
    return report().filter(ReportFormat::isLive).isPresent();
  }

  /** How a report looks that goes to a file, or else to a stream of this style. */
  public ReportStyle style(ReportStyle stream) {
    return detail.over(output.name().isPresent() ? ReportStyle.PLAIN : stream);
  }

  /** Which options do nothing for the format, in a sentence. */
  public Optional<String> withoutEffect() {
    List<String> options =
        detail.withoutEffect(report().map(ReportFormat::choices).orElse(Set.of()));
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(", ", options)
                + (options.size() == 1 ? " has" : " have")
                + " no effect on --format "
                + chosen().name());
  }

  /** A file for a sentence that says what is in it, where neither option nor name does. */
  public String described(Path written) {
    boolean unknown = format.isEmpty() && ReportFormats.ALL.forFile(written).isEmpty();
    return written + (unknown ? ", a stored trace" : "");
  }

  public boolean quiet() {
    return quiet;
  }

  public boolean verbose() {
    return verbose;
  }

  /** The file to write, absolute: one that can be made, in a directory that is there. */
  public Optional<Path> file(Path directory, Inputs inputs) throws IOException {
    Inputs.Output written = output.in(directory);
    inputs.spare(command.commandLine(), written);
    Optional<Path> parent = written.file().map(Path::getParent);
    if (parent.filter(one -> !Files.isDirectory(one)).isPresent()) {
      throw wrong("-o: there is no directory " + parent.get());
    }
    return written.file();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** The formats of a trace. */
  static final class Formats extends FormatNames<Format> {
    Formats() {
      super(ReportFormats.ALL);
    }
  }
}
