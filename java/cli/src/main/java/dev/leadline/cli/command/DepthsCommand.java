package dev.leadline.cli.command;

import dev.leadline.batch.ProgramRuns;
import dev.leadline.batch.RunResult;
import dev.leadline.batch.StoppedException;
import dev.leadline.cli.option.BatchOptions;
import dev.leadline.cli.option.CommonInput;
import dev.leadline.cli.option.FormatNames;
import dev.leadline.cli.option.Inputs;
import dev.leadline.cli.option.OutputFile;
import dev.leadline.cli.option.ProgramArguments;
import dev.leadline.cli.option.PythonOptions.SeveralPythonsOptions;
import dev.leadline.cli.option.RunnerOption;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Messages;
import dev.leadline.cli.output.ProgramNames;
import dev.leadline.cli.output.RunProgress;
import dev.leadline.cli.output.Streams;
import dev.leadline.depths.DepthProfile;
import dev.leadline.depths.Depths;
import dev.leadline.depths.Measurement;
import dev.leadline.depths.Measurement.MeasuredPython;
import dev.leadline.event.Ending;
import dev.leadline.event.Recording;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.report.depths.DepthsFormat;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
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
      "Measures the depth of the program's <module>, which is the cutoff to use, for Leadline's"
          + " runner or your own.",
      "The program runs once on each interpreter; what it prints is not shown. All get the same"
          + " stdin.",
      "A server is measured until --timeout, Ctrl-C or SIGTERM ends it."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline depths app.py                              the frames below app.py, and above",
      "  leadline depths --runner my_debugger.py app.py      the number for your own debugger",
      "  leadline depths --runner my_debugger.py --all-pythons app.py",
      "  leadline depths --runner '-m pytest -q' --python 3.8 --python 3.12 test_app.py",
      "  leadline depths --timeout 5s --runner 'uvicorn {module}:app' app.py",
      "  leadline depths --runner 'coverage run {} {args}' app.py --its-own-option"
    })
public final class DepthsCommand implements Callable<Integer> {

  /** What was measured, and what stopped that. */
  private record Measured(Measurement of, Optional<StoppedException> stop) {}

  private final Streams streams;

  @Spec private CommandSpec command;
  @Mixin private ProgramArguments arguments;
  @Mixin private SeveralPythonsOptions pythons;
  @Mixin private RunnerOption runners;
  @Mixin private BatchOptions several;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The user's code is under DIR (repeatable). Default: the program's directory.")
  private List<Path> roots = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: by the extension of FILE, else the first.")
  private Optional<DepthsFormat> format = Optional.empty();

  @Mixin private OutputFile output;

  public DepthsCommand(Streams streams) {
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
      new Messages(streams.err()).say(ProgramArguments.missing(program, directory));
      return ExitStatus.NOT_FOUND.number();
    }
    List<PythonRun> planned =
        several
            .runs(pythons.choose(streams, directory), program, recording(), false, streams)
            .stream()
            .map(run -> runners.loading(run, streams))
            .toList();
    return said(measure(program, planned)).number();
  }

  private Measured measure(Program program, List<PythonRun> planned) throws IOException {
    List<DepthProfile> profiles = planned.stream().map(run -> new DepthProfile()).toList();
    try (ProgramRuns runs = CommonInput.read(streams, new Messages(streams.err()));
        RunProgress progress = RunProgress.of(streams, planned.size())) {
      Optional<StoppedException> stop = Optional.empty();
      List<RunResult> results;
      try {
        results = runs.run(planned, (index, run) -> profiles.get(index), progress);
      } catch (StoppedException e) {
        stop = Optional.of(e);
        results = e.results();
      }
      List<MeasuredPython> measured = measured(results, profiles, stop.isPresent());
      return new Measured(
          new Measurement(
              ProgramNames.inFull(program),
              ProgramNames.shortly(program),
              planned.get(0).spec().runner().map(ProgramNames::shortly),
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

  /** All of the user's own code, module level included, and the layers below it. */
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

  private void check(Program program) throws IOException {
    Inputs.of(program, several.directory(streams))
        .spare(command.commandLine(), output.in(streams.directory()));
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
    DepthsFormat chosen = output.format(format, DepthsFormat.ALL);
    output.write(streams, out -> chosen.form().write(measured, output.style(streams), out));
  }

  /** The formats of this command. */
  static final class Formats extends FormatNames<DepthsFormat> {
    Formats() {
      super(DepthsFormat.ALL);
    }
  }

  /** What a run and its profile say together. */
  private static final class MeasuredRun {

    private MeasuredRun() {}

    /**
     * The interpreter of that run.
     *
     * @param stopped whether Leadline was stopped, and with it the program
     */
    static MeasuredPython of(RunResult result, DepthProfile profile, boolean stopped)
        throws IOException {
      Interpreter interpreter = result.interpreter();
      Optional<Depths> depths =
          profile.isComplete() ? Optional.of(profile.depths()) : Optional.empty();
      boolean ran = depths.filter(one -> one.program().isPresent()).isPresent();
      Optional<String> failure = result.failure();
      if (!ran && failure.isEmpty()) {
        failure = Optional.of(neverRan(result));
      } else if (ran && (stopped || wasOutOfTime(result))) {
        failure = Optional.empty(); // a server ends in no other way
      }
      return new MeasuredPython(
          interpreter.version() + (interpreter.freeThreaded() ? "t" : ""),
          interpreter.executable().toString(),
          depths,
          failure);
    }

    private static boolean wasOutOfTime(RunResult result) {
      return result.ending().map(Ending::outcome).equals(Optional.of(Ending.Outcome.TIMED_OUT));
    }

    private static String neverRan(RunResult result) throws IOException {
      String what =
          result.spec().runner().isPresent()
              ? "the runner ended without running " + result.spec().program().target()
              : "the program never ran";
      boolean failed =
          result.ending().map(Ending::status).filter(status -> status.orElse(0) != 0).isPresent();
      String status = failed ? ", status " + result.ending().orElseThrow().status().getAsInt() : "";
      String said =
          failed ? result.stderr().lastLine().map(line -> "; it said: " + line).orElse("") : "";
      return what + status + said;
    }
  }
}
