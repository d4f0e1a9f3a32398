package dev.leadline.cli;

import dev.leadline.check.CheckResult;
import dev.leadline.expect.Verdict;
import dev.leadline.results.GithubAnnotations;
import dev.leadline.results.JunitXml;
import dev.leadline.results.ResultJson;
import dev.leadline.results.ResultText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** How the results of a check are shown, and what they make of the exit status. */
final class ResultOptions {

  private static final String IN_GITHUB = "GITHUB_ACTIONS";

  /** The forms of results. */
  enum Format {
    TEXT,
    JSON,
    GITHUB
  }

  private final CommandSpec command;

  private final OptionSpec format =
      OptionSpec.builder("--format")
          .type(Format.class)
          .paramLabel("text|json|github")
          .description(
              "Text for people (default), JSON, or text with annotations for GitHub, which is what"
                  + " you get where $$GITHUB_ACTIONS is true.")
          .build();

  private final OptionSpec output =
      OptionSpec.builder("-o", "--output")
          .type(Path.class)
          .paramLabel("FILE")
          .description("Write to FILE; a name that ends in .gz has it compressed.")
          .build();

  private final OptionSpec junit =
      OptionSpec.builder("--junit")
          .type(Path.class)
          .paramLabel("FILE")
          .description("Write JUnit XML to FILE, too.")
          .build();

  /** Adds them to the command, behind those that it has. */
  ResultOptions(CommandSpec command) {
    this.command = command;
    command.addOption(format).addOption(output).addOption(junit);
  }

  private Optional<Path> output() {
    return Optional.ofNullable(output.getValue());
  }

  private Optional<Path> junit() {
    return Optional.ofNullable(junit.getValue());
  }

  /** Refuses outputs that cannot be. */
  void check(Path directory) {
    refuseDirectory("-o", output(), directory);
    refuseDirectory("--junit", junit(), directory);
  }

  private void refuseDirectory(String option, Optional<Path> file, Path directory) {
    Optional<Path> resolved = file.map(directory::resolve).map(Path::normalize);
    if (resolved.filter(Files::isDirectory).isPresent()) {
      throw new ParameterException(
          command.commandLine(), option + ": " + resolved.get() + " is a directory");
    }
  }

  /** What an earlier check left is not taken for this one's, however this one ends. */
  void begin(Streams streams) throws IOException {
    if (junit().isPresent()) {
      Files.deleteIfExists(streams.directory().resolve(junit().get()));
    }
  }

  /** Writes something else than results to where these would go. */
  void write(Streams streams, WrittenOutput.Content content) throws IOException {
    WrittenOutput.to(output(), streams, content);
  }

  /** Shows the results, where it was asked for. */
  void show(CheckResult result, Streams streams) throws IOException {
    if (junit().isPresent()) {
      WrittenOutput.to(junit(), streams, writer -> new JunitXml(writer).write(result));
    }
    Format chosen = format.getValue();
    switch (chosen == null ? usual(streams) : chosen) {
      case TEXT -> showText(result, streams);
      case JSON -> WrittenOutput.to(output(), streams, writer -> ResultJson.write(result, writer));
      case GITHUB -> {
        showText(result, streams);
        WrittenOutput.to(
            Optional.empty(), streams, writer -> annotations(writer, streams).write(result));
      }
    }
  }

  private void showText(CheckResult result, Streams streams) throws IOException {
    WrittenOutput.to(
        output(),
        streams,
        writer -> new ResultText(writer, WrittenOutput.style(output(), streams)).write(result));
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

  /** That something does not hold is told even where something else could not be told. */
  ExitStatus status(CheckResult result) {
    if (result.count(Verdict.Kind.FAILS) > 0) {
      return ExitStatus.DIFFERENT;
    }
    return result.count(Verdict.Kind.UNKNOWN) > 0 ? ExitStatus.FAILED : ExitStatus.OK;
  }
}
