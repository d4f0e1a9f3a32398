package dev.leadline.cli;

import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.launch.LaunchRequest;
import dev.leadline.launch.Program;
import dev.leadline.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "The program's stdin, stdout and exit status are its own; Leadline speaks on stderr."
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
final class TraceCommand implements Callable<Integer> {

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
      converter = Durations.class,
      description = "Stop the program after 30s, 2m, 1h, 500ms; a plain number is seconds.")
  private Optional<Duration> timeout = Optional.empty();

  @Option(names = "--no-time", description = "Take no times: cheaper, and equal from run to run.")
  private boolean untimed;

  TraceCommand(Streams streams) {
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
    Recording recording = values.over(filters.over(Recording.USUAL, streams.directory()));
    Optional<Path> file = output.file(streams.directory());
    check(recording, file);
    if (program.isMissing(directory)) {
      new Voice(streams.err()).say(ProgramArguments.missing(program, directory));
      return ExitStatus.NOT_FOUND.number();
    }
    if (file.isPresent() && isProgram(file.get(), program, directory)) {
      throw output.wrong("-o: " + file.get() + " is the program itself");
    }
    ChosenInterpreter interpreter = python.choose(streams, directory);
    LaunchRequest request =
        new LaunchRequest(
            interpreter,
            surroundings.options(),
            program,
            recording,
            !untimed,
            output.report().filter(format -> format.name().equals("lines")).isPresent(),
            surroundings.environment(streams),
            directory,
            timeout,
            streams.program(),
            follow.follow(),
            follow.maxProcesses(),
            Optional.empty());
    return new TraceRun(streams, output, request).run(file);
  }

  private static boolean isProgram(Path file, Program program, Path directory) throws IOException {
    return program.kind() == Program.Kind.SCRIPT
        && !program.isBeyondJava()
        && Files.exists(file)
        && Files.isSameFile(file, directory.resolve(program.target()));
  }

  private void check(Recording recording, Optional<Path> file) {
    if (output.isTrace() && file.isEmpty()) {
      throw output.wrong("--format trace needs -o FILE, since stdout belongs to the program");
    }
    Optional<ReportFormat> report = output.report().filter(ReportFormat::needsCallsAndReturns);
    if (report.isPresent()
        && !recording.events().containsAll(Set.of(EventKind.CALL, EventKind.RETURN))) {
      throw output.wrong(
          "--format "
              + report.get().name()
              + " is made of calls and returns; add them to --events");
    }
  }
}
