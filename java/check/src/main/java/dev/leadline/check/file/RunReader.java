package dev.leadline.check.file;

import dev.leadline.check.expect.outcome.ExitsWith;
import dev.leadline.check.file.shape.Cursor;
import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.Values;
import dev.leadline.check.plan.PlannedRun;
import dev.leadline.check.plan.PlannedRun.Pythons;
import dev.leadline.event.Recording;
import dev.leadline.filter.SecretArguments;
import dev.leadline.run.Program;
import dev.leadline.run.RunSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes a planned run of its keys and the defaults. */
final class RunReader {

  private static final Program NO_PROGRAM = new Program(Program.Kind.CODE, "", List.of());

  private final Values own;
  private final Values values;
  private final Values defaults;
  private final Cursor cursor;

  RunReader(Values.At<Values> run, Values defaults) {
    this.own = run.value();
    this.values = own.over(defaults);
    this.defaults = defaults;
    this.cursor = run.cursor();
  }

  /**
   * The run without its expectations; what is not as it must be is noted. Where it has no program
   * that is right, one stands in for it.
   */
  PlannedRun run(Context context) {
    Path directory =
        existing(RunKeys.CWD, context, Files::isDirectory, "directory").orElse(context.base());
    Program program = program(directory).orElse(NO_PROGRAM);
    if (program.isMissing(directory) && !isWrong(RunKeys.CWD, context, Files::isDirectory)) {
      at(RunKeys.PROGRAM)
          .wrong("there is no program " + program.target() + " (in " + directory + ")");
    }
    Recording recording = new RecordingKeys(values).recording(context);
    RunSpec.Builder spec = RunSpec.of(program, directory).recording(recording);
    spec.environment(environment()).timeout(values.get(RunKeys.TIMEOUT));
    spec.stdin(values.at(RunKeys.STDIN).map(at -> context.input(at.value(), at.cursor())));
    values.get(RunKeys.PYTHON_OPTIONS).ifPresent(spec::pythonOptions);
    values.get(RunKeys.FOLLOW).ifPresent(spec::follow);
    return new PlannedRun(
        values.get(RunKeys.NAME).orElseGet(() -> name(program, recording)),
        context.place(cursor),
        values.get(RunKeys.PYTHON).orElse(Pythons.DEFAULT),
        spec.build(),
        List.of());
  }

  private static String name(Program program, Recording recording) {
    return String.join(" ", new SecretArguments(recording.redact()).redacted(program.words()));
  }

  /** What the run of that name must show. */
  List<PlannedRun.Planned> expectations(String name, Context context) {
    Values expected =
        own.get(RunKeys.EXPECT)
            .orElseGet(Values::new)
            .over(defaults.get(RunKeys.EXPECT).orElseGet(Values::new));
    List<ExpectationSpec> wanted = new ArrayList<>();
    if (expected.get(OutcomeKeys.EXIT).isEmpty()) {
      wanted.addAll(usualExit(expected));
    }
    ExpectKeys.ALL.forEach(key -> expected.get(key).ifPresent(wanted::addAll));
    Context seen = context.by(name);
    List<PlannedRun.Planned> planned = new ArrayList<>();
    wanted.forEach(one -> one.planned(seen).ifPresent(planned::add));
    return planned;
  }

  /** Whether it is known what the run is called. */
  boolean isNamed() {
    boolean named = values.get(RunKeys.NAME).isPresent();
    boolean program =
        RunKeys.PROGRAMS.stream().filter(key -> values.get(key).isPresent()).count() == 1;
    return !values.isWrong(RunKeys.NAME) && !values.isWrong(RunKeys.ARGS) && (named || program);
  }

  /** Where its name stands, or else where it begins. */
  Cursor nameCursor() {
    return own.at(RunKeys.NAME).map(Values.At::cursor).orElse(cursor);
  }

  /** An uncaught exception ends a program with 1. */
  private List<ExpectationSpec> usualExit(Values expected) {
    boolean traceback =
        expected.get(OutcomeKeys.RAISES).stream()
            .flatMap(List::stream)
            .anyMatch(ExpectationSpec::uncaught);
    return ExpectationSpec.of(cursor, new ExitsWith(traceback ? 1 : 0));
  }

  private Optional<Program> program(Path directory) {
    List<String> arguments = values.get(RunKeys.ARGS).orElse(List.of());
    return values
        .get(RunKeys.PROGRAM)
        .map(path -> Program.at(path.toString(), arguments, directory))
        .or(
            () ->
                values
                    .get(RunKeys.MODULE)
                    .map(one -> new Program(Program.Kind.MODULE, one, arguments)))
        .or(
            () ->
                values
                    .get(RunKeys.CODE)
                    .map(one -> new Program(Program.Kind.CODE, one, arguments)));
  }

  private Map<String, Optional<String>> environment() {
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    for (Values part : List.of(defaults, own)) {
      part.get(RunKeys.ENV)
          .ifPresent(pairs -> pairs.forEach(pair -> changes.put(pair.key(), pair.value())));
    }
    return changes;
  }

  private Optional<Path> existing(
      Key<Path> key, Context context, Predicate<Path> test, String what) {
    Optional<Path> path = values.get(key).map(context::resolve);
    path.filter(test.negate())
        .ifPresent(missing -> at(key).wrong("there is no " + what + " " + missing));
    return path;
  }

  /** Whether a path is given that is not what it must be. */
  private boolean isWrong(Key<Path> key, Context context, Predicate<Path> test) {
    return values.isWrong(key)
        || values.get(key).map(context::resolve).filter(test.negate()).isPresent();
  }

  private Cursor at(Key<?> key) {
    return values.at(key).map(Values.At::cursor).orElse(cursor);
  }
}
