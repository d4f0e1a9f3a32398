package dev.leadline.cli.command;

import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.check.file.CheckFile;
import dev.leadline.check.file.CheckFileException;
import dev.leadline.check.plan.CheckPlan;
import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.CheckRunner;
import dev.leadline.check.plan.PlannedRun;
import dev.leadline.check.plan.PlannedRun.Pythons;
import dev.leadline.check.plan.Shard;
import dev.leadline.cli.option.Converters;
import dev.leadline.cli.option.Inputs;
import dev.leadline.cli.option.InterpreterSearch;
import dev.leadline.cli.option.ProgramEnvironment;
import dev.leadline.cli.option.ResultOptions;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Messages;
import dev.leadline.cli.output.RunProgress;
import dev.leadline.cli.output.Streams;
import dev.leadline.filter.Glob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      "Runs the programs that a check file lists, and reports expectations that do not hold.",
      "All programs get PYTHONHASHSEED=0 unless the file or you set it, and an empty stdin"
          + " unless",
      "the file names one."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline check                                      what leadline.yaml says",
      "  leadline check --junit target/leadline.xml ci/leadline.yaml",
      "  leadline check --update --run 'shop*'               write the golden traces",
      "  leadline check --shard 1/4 --format json -o 1.json  a quarter; then leadline merge *.json"
    })
public final class CheckCommand implements Callable<Integer> {

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
      converter = Converters.ShardPart.class,
      description = "Only the I-th of N parts of the runs, from 1; leadline merge joins them.")
  private Shard shard = Shard.WHOLE;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = Converters.Count.class,
      description = "N runs at the same time, 1 or more. Default: one for each core.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--schema", description = "Print the JSON Schema of check files, and no more.")
  private boolean schema;

  @Mixin private ResultOptions results;

  public CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    results.spare(
        Inputs.all("the check file itself", streams.directory(), Stream.of(file)),
        streams.directory());
    if (jobs == 0) {
      throw new ParameterException(command.commandLine(), "--jobs: 0 runs at a time get nowhere");
    }
    if (schema) {
      results.write(streams, CheckFile::writeSchema);
      return ExitStatus.OK.number();
    }
    Map<String, Optional<String>> surroundings =
        ProgramEnvironment.withSeed(ProgramEnvironment.changes(streams.environment()), streams);
    CheckRunner runner =
        new CheckRunner(
            InterpreterSearch.of(streams, streams.directory()).choice(),
            streams.directory(),
            surroundings,
            jobs);
    runner.lookFor(pythons);
    CheckPlan plan;
    try {
      plan = CheckFile.load(file, streams.directory(), update, surroundings);
    } catch (CheckFileException e) {
      results.begin(streams);
      Messages messages = new Messages(streams.err());
      e.problems().forEach(messages::say);
      return ExitStatus.USAGE.number();
    }
    results.spare(
        Inputs.all("a file that the check reads", streams.directory(), plan.reads()),
        streams.directory());
    results.begin(streams);
    CheckResult result = run(chosen(plan), runner);
    results.show(result, streams);
    return results.status(result).number();
  }

  /** The plan as the options narrow it. */
  private CheckPlan chosen(CheckPlan plan) {
    List<Glob> globs = names.stream().map(Glob::compile).toList();
    List<PlannedRun> runs = new ArrayList<>();
    for (PlannedRun run : plan.runs()) {
      if (globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(run.name()))) {
        runs.add(pythons.isEmpty() ? run : run.on(new Pythons(pythons, false)));
      }
    }
    if (runs.isEmpty() && !plan.runs().isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--run: no run of " + plan.file() + " is called like that");
    }
    return new CheckPlan(plan.file(), runs);
  }

  private CheckResult run(CheckPlan plan, CheckRunner runner) throws IOException {
    List<RunProgress> shown = new ArrayList<>();
    try {
      return runner.run(plan, shard, runs -> progress(runs, shown));
    } finally {
      shown.forEach(RunProgress::close);
    }
  }

  private RunWatcher progress(int runs, List<RunProgress> shown) {
    RunProgress progress = RunProgress.of(streams, runs);
    shown.add(progress);
    return progress;
  }
}
