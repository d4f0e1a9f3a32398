package dev.leadline.cli.command;

import dev.leadline.cli.option.Converters;
import dev.leadline.cli.option.FilterOptions;
import dev.leadline.cli.option.FollowOptions;
import dev.leadline.cli.option.Inputs;
import dev.leadline.cli.option.OutputOptions;
import dev.leadline.cli.option.ProgramArguments;
import dev.leadline.cli.option.PythonOptions;
import dev.leadline.cli.option.SurroundingOptions;
import dev.leadline.cli.option.ValueOptions;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Messages;
import dev.leadline.cli.output.Streams;
import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.run.Engine;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadline trace}: runs a program and records it. */
@Command(
    name = "trace",
    customSynopsis = {
      "leadline trace [OPTIONS] PROGRAM [ARGS...]",
      "       leadline trace [OPTIONS] -m MODULE [ARGS...]",
      "       leadline trace [OPTIONS] -c CODE [ARGS...]"
    },
    description = {
      "Runs a Python program on a real CPython and records what its functions do.",
      "The program's stdin, stdout and exit status are its own; Leadline writes to stderr."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline trace app.py --fast            the call tree, on stderr, when it is done",
      "  leadline trace --format lines app.py    every event as it happens",
      "  leadline trace -o run.ndjson.gz -m http.server 8000",
      "  leadline trace --python 3.12 --cutoff 3 --function 'parse_*' app.py",
      "  leadline trace --scope all --module-level -c 'import json; json.dumps([])'",
      "  leadline trace --values args,return --redact 'card*' --format lines app.py",
      "  leadline trace --follow -o run.ndjson.gz app.py     child processes too"
    })
public final class TraceCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin private ProgramArguments arguments;
  @Mixin private PythonOptions python;
  @Mixin private SurroundingOptions surroundings;
  @Mixin private FilterOptions filters;
  @Mixin private ValueOptions values;
  @Mixin private FollowOptions follow;
  @Mixin private OutputOptions output;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = Converters.Durations.class,
      description = "Stop the program after 30s, 2m, 1h, 500ms; a plain number is seconds.")
  private Optional<Duration> timeout = Optional.empty();

  @Option(names = "--no-time", description = "Take no times: cheaper, and equal from run to run.")
  private boolean untimed;

  @Option(
      names = "--line-times",
      description =
          "Take the time of each line, too, for lines, html, ndjson and parquet. It costs a tenth of"
              + " the CPU time for a program of real size, and doubles that of a loop of small lines.")
  private boolean lineTimes;

  @Spec private CommandSpec command;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "What records events: auto (C code where it fits the interpreter, the default), python or"
              + " native (C code, or no run). LEADLINE_ENGINE sets it for all commands.")
  private Optional<Engine> engine = Optional.empty();

  public TraceCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, NoInterpreterException {
    filters.check();
    filters.checkRoots(streams.directory());
    follow.check();
    output.check();
    Path directory = surroundings.directory(streams);
    Program program = arguments.parse(directory);
    Recording recording =
        output
            .widened(values.over(filters.over(Recording.USUAL, streams.directory())))
            .withLineTimes(lineTimes);
    check(recording);
    Optional<Path> file = output.file(streams.directory(), Inputs.of(program, directory));
    output.checkStream(true, "needs -o FILE, since stdout belongs to the program");
    if (program.isMissing(directory)) {
      new Messages(streams.err()).say(ProgramArguments.missing(program, directory));
      return ExitStatus.NOT_FOUND.number();
    }
    RunSpec.Builder spec =
        RunSpec.of(program, directory)
            .recording(recording)
            .timed(!untimed || output.needsTimes())
            .live(output.isLive())
            .timeout(timeout);
    engine.ifPresent(spec::engine);
    surroundings.applyTo(spec, streams);
    follow.applyTo(spec);
    PythonRun run = new PythonRun(python.choose(streams, directory), spec.build());
    return new TraceRun(streams, output, run).run(file);
  }

  /** Refuses times of lines where there are no times, or no lines. */
  private void check(Recording recording) {
    if (lineTimes && untimed) {
      throw new ParameterException(
          command.commandLine(), "--line-times takes times, and --no-time takes none");
    }
    if (lineTimes && !recording.events().contains(EventKind.LINE)) {
      throw new ParameterException(
          command.commandLine(), "--line-times needs line events: add line to --events");
    }
  }
}
