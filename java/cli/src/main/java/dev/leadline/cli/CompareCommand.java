package dev.leadline.cli;

import dev.leadline.causes.KnownCauses;
import dev.leadline.compare.CauseFinder;
import dev.leadline.event.Recording;
import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.launch.Program;
import dev.leadline.runs.ProgramRuns;
import dev.leadline.runs.RunRequest;
import dev.leadline.versions.SecondRuns;
import dev.leadline.versions.VersionComparison;
import dev.leadline.versions.VersionRun;
import dev.leadline.versions.VersionRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
      "Runs a program once on each interpreter, and says where it went another way, and why.",
      "All get the same stdin, and PYTHONHASHSEED=0 unless you set it; each is compared with the",
      "next newer one: its calls, output and exit status. Differences that are known of the",
      "interpreters come last."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline compare --python 3.8 --python 3.13 app.py --fast",
      "  leadline compare --all-pythons --timeout 60s -m mytool input.txt",
      "  leadline compare --python 3.12 --python 3.13 --scope user,stdlib --include 'json/*' app.py",
      "  leadline compare --all-pythons --fail-on program --format json -o versions.json app.py"
    })
final class CompareCommand implements Callable<Integer> {

  private static final Comparator<ChosenInterpreter> BY_VERSION =
      Comparator.comparing(python -> python.interpreter().version());

  private final Streams streams;

  @Spec private CommandSpec command;
  @Mixin private ProgramArguments arguments;
  @Mixin private ComparedPythons pythons;
  @Mixin private FilterOptions filters;
  @Mixin private SeveralRuns several;
  @Mixin private ComparisonOptions comparison;

  @Option(
      names = "--no-repeat",
      description = {
        "Do not run those that differ once more; without it, what also differs between two runs of"
            + " one interpreter is told apart as not repeatable."
      })
  private boolean noRepeat;

  CompareCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, NoInterpreterException {
    pythons.check();
    filters.check();
    filters.checkRoots(streams.directory());
    several.check();
    comparison.check(streams.directory());
    Path directory = several.directory(streams);
    Program program = arguments.parse(directory);
    Voice voice = new Voice(streams.err());
    if (program.isMissing(directory)) {
      voice.say(ProgramArguments.missing(program, directory));
      return ExitStatus.NOT_FOUND.number();
    }
    List<ChosenInterpreter> chosen =
        pythons.choose(streams, directory).stream().sorted(BY_VERSION).toList();
    if (chosen.size() < 2) {
      throw new ParameterException(
          command.commandLine(),
          "to compare takes two interpreters: give --python twice, or --all-pythons");
    }
    return compare(chosen, program, directory, voice).number();
  }

  private ExitStatus compare(
      List<ChosenInterpreter> chosen, Program program, Path directory, Voice voice)
      throws IOException {
    List<RunRequest> requests =
        several.requests(
            chosen,
            program,
            filters.over(Recording.USUAL.withModuleLevel(List.of()), streams.directory()),
            comparison.times(),
            streams);
    Optional<String> seed = several.fixedSeed(streams);
    try (ProgramRuns runs = CommonInput.read(streams, voice)) {
      return comparison.raw()
          ? compareRaw(runs, requests, voice)
          : compare(
              runs,
              requests,
              KnownCauses.asking(chosen.stream().map(ChosenInterpreter::interpreter).toList()),
              seed,
              ProgramNames.inFull(program),
              voice);
    }
  }

  private ExitStatus compareRaw(ProgramRuns runs, List<RunRequest> requests, Voice voice)
      throws IOException {
    try (RawVersions raw = new RawVersions()) {
      List<RawPair> pairs;
      try (RunProgress progress = RunProgress.of(streams, requests.size())) {
        pairs = raw.run(runs, requests, progress, voice);
      }
      return comparison.status(comparison.showRaw(pairs, streams));
    }
  }

  private ExitStatus compare(
      ProgramRuns runs,
      List<RunRequest> requests,
      CauseFinder causes,
      Optional<String> seed,
      String program,
      Voice voice)
      throws IOException {
    try (VersionRuns versions = new VersionRuns(runs)) {
      List<VersionRun> done = run(versions, requests);
      VersionComparison first = VersionComparison.of(done, causes, seed);
      VersionComparison compared =
          (noRepeat ? first : repeated(first, versions, causes)).allowing(comparison.allowance());
      comparison.show(compared, program, streams);
      if (compared.reference().isEmpty()) {
        voice.say("nothing to compare: the program ran to an end on no interpreter");
        return ExitStatus.FAILED;
      }
      return comparison.status(compared);
    }
  }

  /** Runs once more what may not be repeatable. */
  private VersionComparison repeated(
      VersionComparison first, VersionRuns versions, CauseFinder causes) throws IOException {
    List<VersionRun> doubtful = first.doubtful();
    if (doubtful.isEmpty()) {
      return first;
    }
    List<VersionRun> again = run(versions, doubtful.stream().map(SecondRuns::again).toList());
    SecondRuns seconds = new SecondRuns(causes);
    for (int i = 0; i < again.size(); i++) {
      seconds.add(doubtful.get(i), again.get(i));
    }
    return first.toldApart(seconds);
  }

  private List<VersionRun> run(VersionRuns versions, List<RunRequest> requests) throws IOException {
    try (RunProgress progress = RunProgress.of(streams, requests.size())) {
      return versions.run(requests, progress);
    }
  }
}
