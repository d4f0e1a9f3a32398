package dev.leadline.cli.option;

import dev.leadline.check.expect.Verdict;
import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.results.GithubAnnotations;
import dev.leadline.check.results.JunitXml;
import dev.leadline.check.results.ResultJson;
import dev.leadline.check.results.ResultText;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Streams;
import dev.leadline.cli.output.WrittenOutput;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the results of a check are shown, and what they make of the exit status. */
public final class ResultOptions {

  private static final String IN_GITHUB = "GITHUB_ACTIONS";

  /** The forms of results. */
  enum Format {
    TEXT,
    JSON,
    GITHUB
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "text|json|github",
      description =
          "Text for people (default), JSON, or text with annotations for GitHub, which is what"
              + " you get where $$GITHUB_ACTIONS is true.")
  private Optional<Format> format = Optional.empty();

  @Mixin private OutputFile output;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML to FILE, too.")
  private Optional<Path> junit = Optional.empty();

  /** Refuses outputs that cannot be, or that are read. */
  public void spare(Inputs inputs, Path directory) throws IOException {
    Optional<Path> xml = junit.map(directory::resolve).map(Path::normalize);
    inputs.spare(command.commandLine(), output.in(directory), new Inputs.Output("--junit", xml));
  }

  /** What an earlier check left is not taken for this one's, however this one ends. */
  public void begin(Streams streams) throws IOException {
    if (junit.isPresent()) {
      Files.deleteIfExists(streams.directory().resolve(junit.get()));
    }
  }

  /** Writes something else than results to where these would go. */
  public void write(Streams streams, WrittenOutput.Content content) throws IOException {
    output.write(streams, content);
  }

  /** Shows the results, where it was asked for. */
  public void show(CheckResult result, Streams streams) throws IOException {
    if (junit.isPresent()) {
      WrittenOutput.to(junit, streams, writer -> new JunitXml(writer).write(result));
    }
    switch (format.orElseGet(() -> usual(streams))) {
      case TEXT -> showText(result, streams);
      case JSON -> output.write(streams, writer -> ResultJson.write(result, writer));
      case GITHUB -> {
        showText(result, streams);
        WrittenOutput.to(
            Optional.empty(), streams, writer -> annotations(writer, streams).write(result));
      }
    }
  }

  private void showText(CheckResult result, Streams streams) throws IOException {
    output.write(streams, writer -> new ResultText(writer, output.style(streams)).write(result));
  }

  /** Paths are as GitHub knows them where it says what it has checked out, and where. */
  private static GithubAnnotations annotations(Writer writer, Streams streams) {
    String workspace = streams.environment().getOrDefault("GITHUB_WORKSPACE", "");
    return workspace.isEmpty()
        ? new GithubAnnotations(writer)
        : new GithubAnnotations(writer, streams.directory(), Path.of(workspace));
  }

  private static Format usual(Streams streams) {
    return "true".equals(streams.environment().get(IN_GITHUB)) ? Format.GITHUB : Format.TEXT;
  }

  /** A failure is reported even if something else is unknown. */
  public ExitStatus status(CheckResult result) {
    if (result.count(Verdict.Kind.FAILS) > 0) {
      return ExitStatus.DIFFERENT;
    }
    return result.count(Verdict.Kind.UNKNOWN) > 0 ? ExitStatus.FAILED : ExitStatus.OK;
  }
}
