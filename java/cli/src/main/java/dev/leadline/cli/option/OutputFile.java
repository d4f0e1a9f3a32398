package dev.leadline.cli.option;

import dev.leadline.cli.output.Streams;
import dev.leadline.cli.output.WrittenOutput;
import dev.leadline.report.format.Format;
import dev.leadline.report.format.FormatList;
import dev.leadline.report.text.ReportStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The file of a command's output; without one, the output goes to stdout. */
public final class OutputFile {

  /** The option's name. */
  static final String OPTION = "-o";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {OPTION, "--output"},
      paramLabel = "FILE",
      description = "Write to FILE; a name that ends in .gz has it compressed.")
  private Optional<Path> file = Optional.empty();

  /** The file as it was named. */
  public Optional<Path> name() {
    return file;
  }

  /** The output, for {@link Inputs#spare}. */
  public Inputs.Output in(Path directory) {
    if (file.filter(Path.of("-")::equals).isPresent()) {
      throw new ParameterException(
          command.commandLine(),
          "-o needs the name of a file; for one that is called '-' write ./-");
    }
    return new Inputs.Output(OPTION, file.map(directory::resolve).map(Path::normalize));
  }

  /** The format that was named, that of the file's extension, or the list's first. */
  public <F extends Format> F format(Optional<F> named, FormatList<F> formats) {
    return named.or(() -> file.flatMap(formats::forFile)).orElse(formats.usual());
  }

  /** How text is to look there. */
  public ReportStyle style(Streams streams) {
    return WrittenOutput.style(file, streams);
  }

  /** Writes to it; a directory that is not there is made. */
  public void write(Streams streams, WrittenOutput.Content content) throws IOException {
    WrittenOutput.to(file, streams, content);
  }
}
