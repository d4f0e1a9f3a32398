package dev.leadline.cli.command;

import dev.leadline.cli.option.InterpreterSearch;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Streams;
import dev.leadline.cli.output.WrittenOutput;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterFinder.FoundInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.Probed.Refusal;
import dev.leadline.json.JsonObject;
import dev.leadline.report.text.TerminalText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leadline pythons}: the interpreters found, and where. */
@Command(
    name = "pythons",
    description = {
      "Lists the interpreters found, and why one cannot be used.",
      "Searched are $$LEADLINE_PYTHONS (executables or directories), PATH, pyenv, uv, conda, asdf,"
          + " mise, Homebrew, /opt/python and the Windows launcher."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline pythons",
      "  leadline pythons --format json | jq -r '.[].executable'",
      "  LEADLINE_PYTHONS=~/builds/cpython/python leadline pythons"
    })
public final class PythonsCommand implements Callable<Integer> {

  /** How the list is written. */
  enum Format {
    TEXT,
    JSON
  }

  private final Streams streams;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How the list is written. Default: text.")
  private Format format = Format.TEXT;

  public PythonsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    InterpreterSearch machine = InterpreterSearch.of(streams, streams.directory());
    InterpreterFinder finder = machine.finder();
    List<FoundInterpreter> found = finder.find();
    Optional<Path> usual = usual(machine.choice());
    String list =
        switch (format) {
          case TEXT -> text(found, usual);
          case JSON -> json(found, usual);
        };
    WrittenOutput.to(Optional.empty(), streams, out -> out.write(list));
    return ExitStatus.OK.number();
  }

  /**
   * The file of the interpreter that runs a program where no option names one: itself, not the shim
   * that would start it.
   */
  private static Optional<Path> usual(InterpreterChoice choice) {
    try {
      return Optional.of(Path.of(choice.byDefault().interpreter().sysExecutable()).toRealPath());
    } catch (NoInterpreterException | IOException e) {
      // no default was found: the list then has no mark
      return Optional.empty();
    }
  }

  private static boolean is(FoundInterpreter found, Optional<Path> usual) {
    try {
      return usual.isPresent() && found.probed().executable().toRealPath().equals(usual.get());
    } catch (IOException e) {
      // a link that leads nowhere is not what runs
      return false;
    }
  }

  private static String text(List<FoundInterpreter> found, Optional<Path> usual) {
    int width = found.stream().mapToInt(one -> one.source().length()).max().orElse(0);
    return found.stream()
        .map(one -> line(one, width, is(one, usual)))
        .collect(Collectors.joining())
        .concat(found.isEmpty() ? "no interpreter was found\n" : "");
  }

  private static String line(FoundInterpreter found, int width, boolean usual) {
    String version = "-";
    String remark = usual ? "  (default)" : "";
    if (found.probed() instanceof Interpreter interpreter) {
      version = "CPython " + interpreter.version() + (interpreter.freeThreaded() ? "t" : "");
    } else if (found.probed() instanceof Refusal refusal) {
      remark = "  cannot be used: " + refusal.reason();
    }
    String executable = found.probed().executable().toString();
    String form = "%-17s %-" + Math.max(1, width) + "s  %s%s";
    return TerminalText.escape(String.format(form, version, found.source(), executable, remark))
        + "\n";
  }

  private static String json(List<FoundInterpreter> found, Optional<Path> usual) {
    return found.stream()
        .map(one -> object(one).flag("default", is(one, usual)).toJson())
        .collect(Collectors.joining(",\n ", "[", "]\n"));
  }

  private static JsonObject object(FoundInterpreter found) {
    JsonObject object =
        new JsonObject()
            .text("executable", found.probed().executable().toString())
            .text("source", found.source());
    if (found.probed() instanceof Interpreter interpreter) {
      return object
          .text("version", interpreter.version().toString())
          .text("implementation", interpreter.implementation())
          .text("sys_executable", interpreter.sysExecutable())
          .flag("free_threaded", interpreter.freeThreaded())
          .flag("pre_release", interpreter.preRelease());
    }
    return object.text("refused", ((Refusal) found.probed()).reason());
  }
}
