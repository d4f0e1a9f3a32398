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
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * {@code leadline check}: whether programs do what a file says that they must.
 *
 * <p>Its options are declared without annotations: for each kind of these a JVM makes a class at
 * each start, and a check of small programs would wait for that longer than for any of them.
 */
final class CheckCommand implements Callable<Integer> {

  private static final String DEFAULT_FILE = "leadline.yaml";

  private final Streams streams;
  private final CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("check");

  private final PositionalParamSpec file =
      PositionalParamSpec.builder()
          .index("0")
          .arity("0..1")
          .type(Path.class)
          .paramLabel("FILE")
          .description("The check file, YAML or JSON. Default: " + DEFAULT_FILE + ".")
          .build();

  private final OptionSpec names =
      OptionSpec.builder("--run")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .converters(new Converters.CheckedGlob())
          .paramLabel("GLOB")
          .description("Only runs whose name matches (repeatable).")
          .build();

  private final OptionSpec pythons =
      OptionSpec.builder("--python")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .paramLabel("X")
          .description(
              "Run all on this interpreter instead of those that the file names (repeatable).")
          .build();

  private final OptionSpec update =
      OptionSpec.builder("--update")
          .type(boolean.class)
          .description("Write the golden traces instead of comparing them.")
          .build();

  private final OptionSpec shard =
      OptionSpec.builder("--shard")
          .type(Shard.class)
          .converters(new ShardOption())
          .paramLabel("I/N")
          .description("Only the I-th of N parts of the runs, from 1; leadline merge joins them.")
          .build();

  private final OptionSpec jobs =
      OptionSpec.builder("--jobs")
          .type(Integer.class)
          .converters(new Converters.Count())
          .paramLabel("N")
          .description("So many runs at the same time, 1 or more. Default: one for each core.")
          .build();

  private final OptionSpec schema =
      OptionSpec.builder("--schema")
          .type(boolean.class)
          .description("Print the JSON Schema of check files, and no more.")
          .build();

  private final ResultOptions results;

  private CheckCommand(Streams streams) {
    this.streams = streams;
    command.addPositional(file);
    List.of(names, pythons, update, shard, jobs, schema).forEach(command::addOption);
    results = new ResultOptions(command);
    command
        .usageMessage()
        .description(
            "Runs the programs that a check file lists, and says what of its expectations does not"
                + " hold.",
            "All programs get PYTHONHASHSEED=0 unless the file or you set it, and an empty stdin"
                + " unless",
            "the file names one.")
        .sortOptions(false)
        .footerHeading("%nExamples:%n")
        .footer(
            "  leadline check                                      what leadline.yaml says",
            "  leadline check --junit target/leadline.xml ci/leadline.yaml",
            "  leadline check --update --run 'shop*'               write the golden traces anew",
            "  leadline check --shard 1/4 --format json -o 1.json  a quarter; then leadline merge"
                + " *.json");
  }

  /** The command with its options. */
  static CommandSpec spec(Streams streams) {
    return new CheckCommand(streams).command;
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
    int atOnce = given(jobs, Runtime.getRuntime().availableProcessors());
    if (atOnce == 0) {
      throw new ParameterException(command.commandLine(), "--jobs: 0 runs at a time get nowhere");
    }
    if (given(schema, false)) {
      results.write(streams, CheckSchema::write);
      return ExitStatus.OK.number();
    }
    results.begin(streams);
    Map<String, Optional<String>> surroundings =
        HashSeed.in(UserEnvironment.changes(streams.environment()), streams);
    CheckRunner runner =
        new CheckRunner(
            Machine.of(streams, streams.directory()).choice(),
            streams.directory(),
            surroundings,
            atOnce);
    runner.lookFor(given(pythons, List.of()));
    CheckPlan plan;
    try {
      plan =
          CheckFile.load(
              given(file, Path.of(DEFAULT_FILE)),
              streams.directory(),
              given(update, false),
              surroundings);
    } catch (CheckFileException e) {
      Voice voice = new Voice(streams.err());
      e.problems().forEach(voice::say);
      return ExitStatus.USAGE.number();
    }
    CheckResult result = run(chosen(plan), runner);
    results.show(result, streams);
    return results.status(result).number();
  }

  private static <T> T given(ArgSpec option, T otherwise) {
    T value = option.getValue();
    return value == null ? otherwise : value;
  }

  /** The plan as the options narrow it. */
  private CheckPlan chosen(CheckPlan plan) {
    List<String> wanted = given(names, List.of());
    List<Glob> globs = wanted.stream().map(Glob::compile).toList();
    List<String> chosen = given(pythons, List.of());
    List<PlannedRun> runs = new ArrayList<>();
    for (PlannedRun run : plan.runs()) {
      if (globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(run.name()))) {
        runs.add(chosen.isEmpty() ? run : run.on(new Pythons(chosen, false)));
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
      return runner.run(plan, given(shard, Shard.WHOLE), runs -> progress(runs, shown));
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
