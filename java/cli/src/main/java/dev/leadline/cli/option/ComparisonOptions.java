package dev.leadline.cli.option;

import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Streams;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.Comparison.Allowance;
import dev.leadline.compare.RawComparer;
import dev.leadline.filter.FunctionGlobs;
import dev.leadline.report.compare.ComparedTraces;
import dev.leadline.report.compare.ComparisonFormat;
import dev.leadline.report.compare.ComparisonStyle;
import dev.leadline.report.compare.RawText;
import dev.leadline.report.compare.VersionsStyle;
import dev.leadline.versions.VersionComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a comparison is shown, and what it makes of the exit status. */
public final class ComparisonOptions {

  /** What makes the command fail. */
  enum FailOn {
    /** A difference that is the program's own doing. */
    PROGRAM,
    /** One of the program's, or one that nothing explains. */
    UNEXPLAINED,
    /** Any difference at all. */
    ANY;

    private boolean isAbout(Category category) {
      return switch (this) {
        case PROGRAM -> category == Category.PROGRAM;
        case UNEXPLAINED -> category == Category.PROGRAM || category == Category.UNEXPLAINED;
        case ANY -> true;
      };
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: by the extension of FILE, else the first.")
  private Optional<ComparisonFormat> format = Optional.empty();

  @Mixin private OutputFile output;

  @Option(names = "--time", description = "Show which functions took longer, and what is noise.")
  private boolean time;

  @Option(
      names = "--raw",
      description = "Compare the plain lists of events instead: every line, depth and file name.")
  private boolean raw;

  @Option(
      names = "--fail-on",
      paramLabel = "program|unexplained|any",
      description = {
        "End with status 1 where the program did something else; unexplained: or where something is"
            + " unexplained; any: where there is any difference."
      })
  private Optional<FailOn> failOn = Optional.empty();

  @Option(
      names = "--allow-function",
      paramLabel = "GLOB",
      converter = Converters.CheckedGlob.class,
      description =
          "Differences in functions whose name or qualified name matches are shown and do not fail"
              + " (repeatable).")
  private List<String> allowedFunctions = new ArrayList<>();

  @Option(
      names = "--allow-cause",
      paramLabel = "ID",
      description =
          "Differences with this cause, as --format json names it, are shown and do not fail"
              + " (repeatable); of the output: stdout, stderr, exit-status.")
  private List<String> allowedCauses = new ArrayList<>();

  /** Which differences do not make the command fail. */
  public Allowance allowance() {
    FunctionGlobs functions = new FunctionGlobs(allowedFunctions);
    return new Allowance(
        function -> functions.match(function.qualname()), Set.copyOf(allowedCauses));
  }

  /** Refuses what the naked lists of events have not. */
  public void check() {
    if (raw && (chosen() != ComparisonFormat.ALL.usual() || time)) {
      throw new ParameterException(
          command.commandLine(),
          "--raw shows events as text; leave out --time and --format " + chosen().name());
    }
    if (raw && !(allowedFunctions.isEmpty() && allowedCauses.isEmpty())) {
      throw new ParameterException(
          command.commandLine(),
          "--raw knows no causes; leave out --allow-function and --allow-cause");
    }
  }

  /** Refuses outputs that cannot be, or that are read: that of these options, and others. */
  public void spare(Inputs inputs, Path directory, Inputs.Output... others) throws IOException {
    inputs.spare(
        command.commandLine(),
        Stream.concat(Stream.of(output.in(directory)), Stream.of(others))
            .toArray(Inputs.Output[]::new));
  }

  private ComparisonFormat chosen() {
    return output.format(format, ComparisonFormat.ALL);
  }

  /** Shows what two executions differ in, by these names of theirs. */
  public void show(ComparedTraces traces, String left, String right, Streams streams)
      throws IOException {
    ComparisonStyle style = new ComparisonStyle(left, right, time, output.style(streams));
    output.write(streams, out -> chosen().traces().write(traces, style, out));
  }

  /** Shows what a program does differently on several interpreters. */
  public void show(VersionComparison versions, String program, Streams streams) throws IOException {
    VersionsStyle style = new VersionsStyle(program, time, output.style(streams));
    output.write(streams, out -> chosen().versions().write(versions, style, out));
  }

  /** Whether times are to be taken. */
  public boolean times() {
    return time;
  }

  /** Whether naked lists of events are compared. */
  public boolean raw() {
    return raw;
  }

  /** Shows where event lists differ, each pair under its title; in how many places they do. */
  public long showRaw(List<RawPair> pairs, Streams streams) throws IOException {
    long[] hunks = new long[1];
    output.write(
        streams,
        writer -> {
          RawText report = new RawText(writer, output.style(streams));
          for (RawPair pair : pairs) {
            if (pairs.size() > 1) {
              report.title(pair.title());
            }
            pair.comparer()
                .compare(
                    hunk -> {
                      hunks[0]++;
                      report.hunk(hunk);
                    });
          }
        });
    return hunks[0];
  }

  /**
   * Differences of plain lists have no causes: each counts.
   *
   * @param hunks the number of differences
   * @param allRan whether all that was to be compared was
   */
  public ExitStatus status(long hunks, boolean allRan) {
    return failOn.isPresent() && (hunks > 0 || !allRan) ? ExitStatus.DIFFERENT : ExitStatus.OK;
  }

  public ExitStatus status(Comparison comparison) {
    return failOn.filter(what -> fails(what, comparison)).isPresent()
        ? ExitStatus.DIFFERENT
        : ExitStatus.OK;
  }

  /** An interpreter that has nothing to compare is a difference of every kind. */
  public ExitStatus status(VersionComparison versions) {
    return failOn.filter(what -> fails(what, versions)).isPresent()
        ? ExitStatus.DIFFERENT
        : ExitStatus.OK;
  }

  private static boolean fails(FailOn what, VersionComparison versions) {
    return !versions.allRan() || fails(what, versions::failing);
  }

  private static boolean fails(FailOn what, Comparison comparison) {
    return fails(what, comparison::failing);
  }

  private static boolean fails(FailOn what, ToLongFunction<Category> failing) {
    return Arrays.stream(Category.values())
        .filter(what::isAbout)
        .anyMatch(category -> failing.applyAsLong(category) > 0);
  }

  /** The formats of comparisons. */
  static final class Formats extends FormatNames<ComparisonFormat> {
    Formats() {
      super(ComparisonFormat.ALL);
    }
  }

  /** Two naked lists of events. title: what they are called together. */
  public record RawPair(String title, RawComparer comparer) {}
}
