package dev.leadline.cli;

import dev.leadline.check.CheckPlan;
import dev.leadline.check.CheckResult;
import dev.leadline.check.CheckRunner;
import dev.leadline.check.PlannedRun;
import dev.leadline.check.Pythons;
import dev.leadline.check.Shard;
import dev.leadline.checkfile.CheckFile;
import dev.leadline.checkfile.CheckFileException;
import dev.leadline.checkfile.CheckSchema;
import dev.leadline.filter.Glob;
import dev.leadline.runs.RunWatcher;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leadline check}: whether programs do what a file says that they must. */
@Command(
    name = "check",
    description = {
      "Runs the programs that a check file lists, and says what of its expectations does not hold.",
      "All programs get PYTHONHASHSEED=0 unless the file or you set it, and an empty stdin unless",
      "the file names one."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline check                                      what leadline.yaml says",
      "  leadline check --junit target/leadline.xml ci/leadline.yaml",
      "  leadline check --update --run 'shop*'               write the golden traces anew",
      "  leadline check --shard 1/4 --format json -o 1.json  a quarter; then leadline merge *.json"
    })
final class CheckCommand implements Callable<Integer> {

  private static final String DEFAULT_FILE = "leadline.yaml";

  private final Streams streams;

  @Spec private CommandSpec command;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The check file, YAML or JSON. Default: " + DEFAULT_FILE + ".")
  private Path file = Path.of(DEFAULT_FILE);

  @Option(
      names = "--run",
      paramLabel = "GLOB",
      converter = Converters.CheckedGlob.class,
      description = "Only runs whose name matches (repeatable).")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--python",
      paramLabel = "X",
      description =
          "Run all on this interpreter instead of those that the file names (repeatable).")
  private List<String> pythons = new ArrayList<>();

  @Option(names = "--update", description = "Write the golden traces instead of comparing them.")
  private boolean update;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = ShardOption.class,
      description = "Only the I-th of N parts of the runs, from 1; leadline merge joins them.")
  private Shard shard = Shard.WHOLE;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = Converters.Count.class,
      description = "So many runs at the same time, 1 or more. Default: one for each core.")
  private Optional<Integer> jobs = Optional.empty();

  @Option(names = "--schema", description = "Print the JSON Schema of check files, and no more.")
  private boolean schema;

  @Mixin private ResultOptions results;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  /** The check file that these arguments seem to name, before they are read. */
  static Path likelyFile(List<String> arguments) {
    String file = DEFAULT_FILE;
    for (String argument : arguments) {
      file = argument.endsWith(".yaml") || argument.endsWith(".yml") ? argument : file;
    }
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      return Path.of(DEFAULT_FILE);
    }
  }

  @Override
  public Integer call() throws IOException {
    results.check(streams.directory());
    if (jobs.filter(number -> number == 0).isPresent()) {
      throw new ParameterException(command.commandLine(), "--jobs: 0 runs at a time get nowhere");
    }
    if (schema) {
      results.write(streams, CheckSchema::write);
      return ExitStatus.OK.number();
    }
    results.begin(streams);
    CheckRunner runner = runner();
    runner.lookFor(pythons);
    CheckPlan plan;
    try {
      plan = CheckFile.load(file, streams.directory(), update, surroundings());
    } catch (CheckFileException e) {
      Voice voice = new Voice(streams.err());
      e.problems().forEach(voice::say);
      return ExitStatus.USAGE.number();
    }
    CheckResult result = run(chosen(plan), runner);
    results.show(result, streams);
    return results.status(result).number();
  }

  /** The plan as the options narrow it. */
  private CheckPlan chosen(CheckPlan plan) {
    List<Glob> globs = names.stream().map(Glob::compile).toList();
    List<PlannedRun> runs =
        plan.runs().stream()
            .filter(
                run -> globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(run.name())))
            .map(run -> pythons.isEmpty() ? run : run.on(new Pythons(pythons, false)))
            .toList();
    if (runs.isEmpty() && !plan.runs().isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--run: no run of " + file + " is called like that");
    }
    return new CheckPlan(plan.file(), runs);
  }

  private CheckRunner runner() {
    return new CheckRunner(
        Machine.of(streams, streams.directory()).choice(),
        streams.directory(),
        surroundings(),
        jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
  }

  private CheckResult run(CheckPlan plan, CheckRunner runner) throws IOException {
    List<RunProgress> shown = new ArrayList<>();
    try {
      return runner.run(plan, shard, runs -> progress(runs, shown));
    } finally {
      shown.forEach(RunProgress::close);
    }
  }

  /** What is changed in the environment of this process for all programs. */
  private Map<String, Optional<String>> surroundings() {
    return HashSeed.in(UserEnvironment.changes(streams.environment()), streams);
  }

  private RunWatcher progress(int runs, List<RunProgress> shown) {
    RunProgress progress = RunProgress.of(streams, runs);
    shown.add(progress);
    return progress;
  }
}
