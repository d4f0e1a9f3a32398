package dev.leadline.cli;

import dev.leadline.depths.DepthProfile;
import dev.leadline.depths.MeasuredPython;
import dev.leadline.depths.Measurement;
import dev.leadline.event.Recording;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.launch.Program;
import dev.leadline.report.DepthsJson;
import dev.leadline.report.DepthsText;
import dev.leadline.runs.ProgramRuns;
import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunResult;
import dev.leadline.runs.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadline depths}: measures the stacks of a program, on one interpreter or several. */
@Command(
    name = "depths",
    customSynopsis = {
      "leadline depths [OPTIONS] PROGRAM [ARGS...]",
      "       leadline depths --runner R [OPTIONS] PROGRAM [ARGS...]"
    },
    description = {
      "Measures which depth the program's <module> has: the number to cut its trace at, for"
          + " Leadline's runner or your own.",
      "The program runs once on each interpreter; what it prints is not shown. All get the same"
          + " stdin.",
      "A server is measured until --timeout, Ctrl-C or SIGTERM ends it."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline depths app.py                              what stands beneath app.py, and above",
      "  leadline depths --runner my_debugger.py app.py      the number for your own debugger",
      "  leadline depths --runner my_debugger.py --all-pythons app.py",
      "  leadline depths --runner '-m pytest -q' --python 3.8 --python 3.12 test_app.py",
      "  leadline depths --timeout 5s --runner 'uvicorn {module}:app' app.py",
      "  leadline depths --runner 'coverage run {} {args}' app.py --its-own-option"
    })
final class DepthsCommand implements Callable<Integer> {

  /** How the measurement is written. */
  enum Format {
    TEXT,
    JSON
  }

  /** What was measured, and what stopped that. */
  private record Measured(Measurement of, Optional<StoppedException> stop) {}

  private final Streams streams;

  @Spec private CommandSpec command;
  @Mixin private ProgramArguments arguments;
  @Mixin private ComparedPythons pythons;
  @Mixin private RunnerOption runners;
  @Mixin private SeveralRuns several;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The user's code is under DIR (repeatable). Default: the program's directory.")
  private List<Path> roots = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How the measurement is written. Default: text.")
  private Format format = Format.TEXT;

  DepthsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, NoInterpreterException {
    pythons.check();
    several.check();
    Path directory = several.directory(streams);
    Program program = arguments.parse(directory);
    check(program);
    if (program.isMissing(directory)) {
      new Voice(streams.err()).say(ProgramArguments.missing(program, directory));
      return ExitStatus.NOT_FOUND.number();
    }
    List<RunRequest> requests =
        several
            .requests(pythons.choose(streams, directory), program, recording(), false, streams)
            .stream()
            .map(request -> runners.loading(request, streams))
            .toList();
    return said(measure(program, requests)).number();
  }

  private Measured measure(Program program, List<RunRequest> requests) throws IOException {
    List<DepthProfile> profiles = requests.stream().map(request -> new DepthProfile()).toList();
    try (ProgramRuns runs = CommonInput.read(streams, new Voice(streams.err()));
        RunProgress progress = RunProgress.of(streams, requests.size())) {
      Optional<StoppedException> stop = Optional.empty();
      List<RunResult> results;
      try {
        results = runs.run(requests, (index, request) -> profiles.get(index), progress);
      } catch (StoppedException e) {
        stop = Optional.of(e);
        results = e.results();
      }
      List<MeasuredPython> measured = measured(results, profiles, stop.isPresent());
      return new Measured(
          new Measurement(
              ProgramNames.inFull(program),
              ProgramNames.shortly(program),
              requests.get(0).runner().map(ProgramNames::shortly),
              several.fixedSeed(streams),
              measured),
          stop);
    }
  }

  /** A server runs until it is stopped: that is an error only where a number is missing. */
  private ExitStatus said(Measured measured) throws IOException {
    List<MeasuredPython> pythons = measured.of().pythons();
    boolean any = pythons.stream().anyMatch(MeasuredPython::hasCutoff);
    boolean all = pythons.stream().allMatch(MeasuredPython::hasCutoff);
    if (any || measured.stop().isEmpty()) {
      write(measured.of());
    }
    if (!all && measured.stop().isPresent()) {
      throw measured.stop().get();
    }
    return any ? ExitStatus.OK : ExitStatus.FAILED;
  }

  /** All of the user's own code, module level included, and what it stands upon. */
  private Recording recording() {
    List<String> absolute =
        roots.stream()
            .map(root -> streams.directory().resolve(root).normalize().toString())
            .toList();
    return Recording.USUAL.withModuleLevel(absolute).withLayers(true);
  }

  private static List<MeasuredPython> measured(
      List<RunResult> results, List<DepthProfile> profiles, boolean stopped) throws IOException {
    List<MeasuredPython> measured = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      measured.add(MeasuredRun.of(results.get(i), profiles.get(i), stopped));
    }
    return measured;
  }

  private void check(Program program) {
    if (runners.isGiven() && program.kind() != Program.Kind.SCRIPT) {
      throw new ParameterException(
          command.commandLine(), "--runner takes a script that it loads, as in --runner R app.py");
    }
    for (Path root : roots) {
      if (!Files.isDirectory(streams.directory().resolve(root))) {
        throw new ParameterException(
            command.commandLine(),
            "--root: there is no directory " + streams.directory().resolve(root));
      }
    }
  }

  private void write(Measurement measured) throws IOException {
    WrittenOutput.to(
        Optional.empty(),
        streams,
        out -> {
          switch (format) {
            case TEXT -> new DepthsText(out, streams.outStyle()).write(measured);
            case JSON -> new DepthsJson(out).write(measured);
          }
        });
  }
}
