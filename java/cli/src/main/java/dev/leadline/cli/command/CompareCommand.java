package dev.leadline.cli.command;

import dev.leadline.batch.ProgramRuns;
import dev.leadline.causes.KnownCauses;
import dev.leadline.cli.option.BatchOptions;
import dev.leadline.cli.option.CommonInput;
import dev.leadline.cli.option.ComparisonOptions;
import dev.leadline.cli.option.FilterOptions;
import dev.leadline.cli.option.Inputs;
import dev.leadline.cli.option.ProgramArguments;
import dev.leadline.cli.option.PythonOptions.SeveralPythonsOptions;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Messages;
import dev.leadline.cli.output.ProgramNames;
import dev.leadline.cli.output.RunProgress;
import dev.leadline.cli.output.Streams;
import dev.leadline.cli.output.WrittenOutput;
import dev.leadline.compare.CauseFinder;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.report.EmptyTraceAdvice;
import dev.leadline.report.coverage.SeveralRuns;
import dev.leadline.report.format.Need;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.versions.GrowingComparison;
import dev.leadline.versions.SecondRuns;
import dev.leadline.versions.VersionComparison;
import dev.leadline.versions.VersionRun;
import dev.leadline.versions.VersionRuns;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadline compare}: what one program does on several interpreters. */
@Command(
    name = "compare",
    customSynopsis = {
      "leadline compare --python V --python W [OPTIONS] PROGRAM [ARGS...]",
      "       leadline compare --all-pythons [OPTIONS] PROGRAM [ARGS...]"
    },
    description = {
      "Runs a program once on each interpreter, and reports what it did differently, and why.",
      "All get the same stdin, and PYTHONHASHSEED=0 unless you set it; each is compared with the",
      "next newer one: its calls, output and exit status. Differences that are known of the",
      "interpreters come last."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline compare --python 3.8 --python 3.13 app.py --fast",
      "  leadline compare --all-pythons --timeout 60s -m mytool input.txt",
      "  leadline compare --python 3.12 --python 3.13 --scope user,stdlib --include '*/json/*' app.py",
      "  leadline compare --all-pythons --fail-on program --format json -o versions.json app.py"
    })
public final class CompareCommand implements Callable<Integer> {

  private static final Comparator<ChosenInterpreter> BY_VERSION =
      Comparator.comparing(python -> python.interpreter().version());

  private final Streams streams;

  @Spec private CommandSpec command;
  @Mixin private ProgramArguments arguments;
  @Mixin private SeveralPythonsOptions pythons;
  @Mixin private FilterOptions filters;
  @Mixin private BatchOptions several;
  @Mixin private ComparisonOptions comparison;

  @Option(
      names = "--no-repeat",
      description = {
        "Do not run those that differ once more; without it, what also differs between two runs of"
            + " one interpreter is reported as not repeatable."
      })
  private boolean noRepeat;

  @Option(
      names = "--coverage",
      paramLabel = "FILE",
      description =
          "Write a data file of coverage.py, such as .coverage, with a context for each interpreter:"
              + " coverage html --show-contexts shows which of them ran a line.")
  private Optional<Path> coverage = Optional.empty();

  public CompareCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, NoInterpreterException {
    pythons.check();
    filters.check();
    filters.checkRoots(streams.directory());
    several.check();
    comparison.check();
    Path directory = several.directory(streams);
    Program program = arguments.parse(directory);
    Messages messages = new Messages(streams.err());
    if (program.isMissing(directory)) {
      messages.say(ProgramArguments.missing(program, directory));
      return ExitStatus.NOT_FOUND.number();
    }
    Optional<Path> lines = coverage.map(streams.directory()::resolve).map(Path::normalize);
    comparison.spare(
        Inputs.of(program, directory), streams.directory(), new Inputs.Output("--coverage", lines));
    List<ChosenInterpreter> chosen =
        pythons.choose(streams, directory).stream().sorted(BY_VERSION).toList();
    if (chosen.size() < 2) {
      throw new ParameterException(
          command.commandLine(),
          "to compare takes two interpreters: give --python twice, or --all-pythons");
    }
    if (coverage.isPresent() && comparison.raw()) {
      throw new ParameterException(
          command.commandLine(), "--coverage and --raw exclude each other");
    }
    return compare(chosen, program, directory, messages).number();
  }

  private ExitStatus compare(
      List<ChosenInterpreter> chosen, Program program, Path directory, Messages messages)
      throws IOException {
    List<PythonRun> planned =
        several.runs(chosen, program, recording(), comparison.times(), streams);
    Optional<String> seed = several.fixedSeed(streams);
    try (ProgramRuns runs = CommonInput.read(streams, messages);
        KnownCauses causes =
            KnownCauses.asking(chosen.stream().map(ChosenInterpreter::interpreter).toList());
        CoverageFile covered = CoverageFile.create(coverage, streams)) {
      ExitStatus status =
          comparison.raw()
              ? compareRaw(runs, planned, messages)
              : compare(
                  runs, planned, covered, causes, seed, ProgramNames.inFull(program), messages);
      covered.write(chosen.get(chosen.size() - 1).interpreter(), messages);
      return status;
    }
  }

  private Recording recording() {
    Recording chosen =
        filters.over(Recording.USUAL.withModuleLevel(List.of()), streams.directory());
    return coverage.isPresent() ? Need.widened(chosen, SeveralRuns.needs()) : chosen;
  }

  private ExitStatus compareRaw(ProgramRuns runs, List<PythonRun> planned, Messages messages)
      throws IOException {
    try (RawVersions raw = new RawVersions()) {
      List<ComparisonOptions.RawPair> pairs;
      try (RunProgress progress = RunProgress.of(streams, planned.size())) {
        pairs = raw.run(runs, planned, progress, messages);
      }
      long hunks = comparison.showRaw(pairs, streams);
      return raw.compared() == 0
          ? nothingToCompare(messages)
          : comparison.status(hunks, raw.compared() == planned.size());
    }
  }

  private ExitStatus compare(
      ProgramRuns runs,
      List<PythonRun> planned,
      CoverageFile covered,
      CauseFinder causes,
      Optional<String> seed,
      String program,
      Messages messages)
      throws IOException {
    try (VersionRuns versions = new VersionRuns(runs)) {
      GrowingComparison growing = new GrowingComparison(causes);
      try (RunProgress progress = RunProgress.of(streams, planned.size())) {
        versions.run(planned, covered::through, progress, growing::add);
      }
      VersionComparison first = growing.compared(seed);
      VersionComparison compared =
          (noRepeat ? first : repeated(first, versions, causes)).allowing(comparison.allowance());
      comparison.show(compared, program, streams);
      if (compared.reference().isEmpty()) {
        return nothingToCompare(messages);
      }
      emptiness(compared.runs()).ifPresent(messages::say);
      return comparison.status(compared);
    }
  }

  private static ExitStatus nothingToCompare(Messages messages) {
    messages.say("nothing to compare: the program ran to an end on no interpreter");
    return ExitStatus.FAILED;
  }

  /** Why nothing was compared but that the program's {@code <module>} ran, where that is so. */
  private static Optional<String> emptiness(List<VersionRun> done) {
    List<ExecutionFacts> all =
        done.stream()
            .filter(VersionRun::isComparable)
            .flatMap(run -> run.facts().stream())
            .toList();
    return all.stream().allMatch(CompareCommand::isEmpty)
        ? all.stream().findFirst().map(CompareCommand::advice)
        : Optional.empty();
  }

  private static boolean isEmpty(ExecutionFacts facts) {
    return Set.of(EventKind.CALL, EventKind.RETURN).containsAll(facts.events().keySet())
        && facts.events().values().stream().allMatch(count -> count == 1)
        && !facts.ending().seen().isEmpty();
  }

  private static String advice(ExecutionFacts facts) {
    boolean gaps = facts.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.GAP);
    return EmptyTraceAdvice.of(facts.header().recording(), facts.ending(), gaps);
  }

  /** Runs once more what may not be repeatable. */
  private VersionComparison repeated(
      VersionComparison first, VersionRuns versions, CauseFinder causes) throws IOException {
    List<VersionRun> doubtful = first.doubtful();
    if (doubtful.isEmpty()) {
      return first;
    }
    SecondRuns seconds = new SecondRuns(causes);
    Iterator<VersionRun> firsts = doubtful.iterator();
    try (RunProgress progress = RunProgress.of(streams, doubtful.size())) {
      versions.run(
          doubtful.stream().map(SecondRuns::again).toList(),
          progress,
          second -> seconds.add(firsts.next(), second));
    }
    return first.withUnstableMarked(seconds);
  }

  /** The file that {@code --coverage} names, opened before the program runs; or none. */
  private static final class CoverageFile implements Closeable {
    private final SeveralRuns runs = new SeveralRuns();
    private final Optional<OutputStream> out;

    private CoverageFile(Optional<OutputStream> out) {
      this.out = out;
    }

    static CoverageFile create(Optional<Path> file, Streams streams) throws IOException {
      return new CoverageFile(
          file.isPresent()
              ? Optional.of(WrittenOutput.create(streams.directory().resolve(file.get())))
              : Optional.empty());
    }

    EventSink through(int index, EventSink sink) {
      return out.isPresent() ? EventSink.toEach(List.of(sink, runs.next())) : sink;
    }

    void write(Interpreter python, Messages messages) throws IOException {
      if (out.isPresent()) {
        runs.write(python, out.get());
        runs.leftOut().ifPresent(messages::say);
      }
    }

    @Override
    public void close() throws IOException {
      if (out.isPresent()) {
        out.get().close();
      }
    }
  }
}
