package dev.leadline.cli;

import dev.leadline.depths.DepthProfile;
import dev.leadline.depths.MeasuredPython;
import dev.leadline.depths.Measurement;
import dev.leadline.event.Recording;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.launch.Program;
import dev.leadline.launch.Runner;
import dev.leadline.report.DepthsJson;
import dev.leadline.report.DepthsText;
import dev.leadline.runs.ProgramRuns;
import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunResult;
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
          + " stdin."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline depths app.py                              what stands beneath app.py, and above",
      "  leadline depths --runner my_debugger.py app.py      the number for your own debugger",
      "  leadline depths --runner my_debugger.py --all-pythons app.py",
      "  leadline depths --runner '-m pytest -q' --python 3.8 --python 3.12 test_app.py"
    })
final class DepthsCommand implements Callable<Integer> {

  /** How the measurement is written. */
  enum Format {
    TEXT,
    JSON
  }

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
    Optional<Runner> runner = runners.parse(directory);
    check(program, runner);
    if (program.isMissing(directory)) {
      new Voice(streams.err()).say(ProgramArguments.missing(program, directory));
      return ExitStatus.NOT_FOUND.number();
    }
    Measurement measured = measure(program, runner, directory);
    write(measured);
    boolean any = measured.pythons().stream().anyMatch(MeasuredPython::hasCutoff);
    return (any ? ExitStatus.OK : ExitStatus.FAILED).number();
  }

  private Measurement measure(Program program, Optional<Runner> runner, Path directory)
      throws IOException, NoInterpreterException {
    List<RunRequest> requests =
        several.requests(
            pythons.choose(streams, directory), program, runner, recording(), false, streams);
    List<DepthProfile> profiles = requests.stream().map(request -> new DepthProfile()).toList();
    try (ProgramRuns runs = CommonInput.read(streams, new Voice(streams.err()));
        RunProgress progress = RunProgress.of(streams, requests.size())) {
      List<RunResult> results =
          runs.run(requests, (index, request) -> profiles.get(index), progress);
      return new Measurement(
          ProgramNames.inFull(program),
          ProgramNames.shortly(program),
          runner.map(ProgramNames::shortly),
          several.fixedSeed(streams),
          measured(results, profiles));
    }
  }

  /** All of the user's own code, module level included, and what it stands upon. */
  private Recording recording() {
    List<String> absolute =
        roots.stream()
            .map(root -> streams.directory().resolve(root).normalize().toString())
            .toList();
    return Recording.USUAL.withModuleLevel(absolute).withLayers(true);
  }

  private static List<MeasuredPython> measured(List<RunResult> results, List<DepthProfile> profiles)
      throws IOException {
    List<MeasuredPython> measured = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      measured.add(MeasuredRun.of(results.get(i), profiles.get(i)));
    }
    return measured;
  }

  private void check(Program program, Optional<Runner> runner) {
    if (runner.isPresent() && program.kind() != Program.Kind.SCRIPT) {
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
