package dev.leadline.check.file;

import dev.leadline.check.file.shape.Amounts;
import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.ListOf;
import dev.leadline.check.file.shape.MapShape;
import dev.leadline.check.file.shape.Needs;
import dev.leadline.check.file.shape.ScalarShape;
import dev.leadline.check.file.shape.Shape;
import dev.leadline.check.file.shape.Table;
import dev.leadline.check.file.shape.TextShapes;
import dev.leadline.check.file.shape.Values;
import dev.leadline.check.plan.PlannedRun.Pythons;
import dev.leadline.run.InterpreterArguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a run. */
final class RunKeys {

  static final Key<String> NAME =
      new Key<>(
          "name",
          TextShapes.WORD,
          "Name of the run in results. Default: the program and its arguments.");

  static final Key<Path> PROGRAM =
      new Key<>("program", TextShapes.PATH, "A script, directory or zip, relative to cwd.");

  static final Key<String> MODULE =
      new Key<>("module", TextShapes.WORD, "A module, as for python -m.");

  static final Key<String> CODE = new Key<>("code", TextShapes.WORD, "Code, as for python -c.");

  /** What is run: one of these. */
  static final List<Key<?>> PROGRAMS = List.of(PROGRAM, MODULE, CODE);

  static final Key<List<String>> ARGS =
      new Key<>("args", new ListOf<>(ScalarShape.TEXT, 0), "Arguments of the program.");

  static final Key<Path> STDIN =
      new Key<>(
          "stdin", TextShapes.PATH, "File that the program reads as its stdin. Default: nothing.");

  private static final Shape<String> VARIABLE =
      TextShapes.WORD
          .to(RunKeys::variable)
          .as("a variable's name", schema -> schema.text("pattern", "^[^=\\u0000]+$"));

  static final Key<List<MapShape.Pair<String, Optional<String>>>> ENV =
      new Key<>(
          "env",
          new MapShape<>(
              VARIABLE,
              ScalarShape.TEXT
                  .to(Optional::of)
                  .or(ScalarShape.NOTHING.to(none -> Optional.empty())),
              0),
          "Environment variables to set; null removes one.");

  static final Key<Path> CWD =
      new Key<>(
          "cwd", TextShapes.PATH, "Where the program starts. Default: the check file's directory.");

  static final Key<Pythons> PYTHON =
      new Key<>(
          "python",
          ScalarShape.word("all")
              .to(all -> Pythons.ALL)
              .or(TextShapes.WORD.orSeveral().to(names -> new Pythons(names, false))),
          "Interpreters: versions, paths or commands, or all that are found. Default: that of"
              + " trace.");

  static final Key<List<String>> PYTHON_OPTIONS =
      new Key<>(
          "python-options",
          new ListOf<>(TextShapes.WORD.to(RunKeys::option), 0)
              .to(options -> options.stream().flatMap(List::stream).toList()),
          "Options of the interpreter: -O, '-X utf8'.");

  static final Key<Boolean> FOLLOW =
      new Key<>(
          "follow",
          ScalarShape.FLAG,
          "Whether the Python processes that it starts are recorded, too.");

  static final Key<Duration> TIMEOUT =
      new Key<>("timeout", Amounts.DURATION, "How long it may run: 30s, 2m, 500ms.");

  static final Key<Values> EXPECT =
      new Key<>(
          "expect", ExpectKeys.TABLE.partly(), "Expectations: conditions that the run must meet.");

  private static final List<Key<?>> SHARED =
      Stream.of(
              List.of(ARGS, STDIN, ENV, CWD, PYTHON, PYTHON_OPTIONS),
              RecordingKeys.ALL,
              List.of(FOLLOW, TIMEOUT, EXPECT))
          .flatMap(List::stream)
          .toList();

  /** The keys of one run. */
  static final Table RUN =
      new Table(
          Stream.concat(Stream.of(NAME, PROGRAM, MODULE, CODE), SHARED.stream()).toList(),
          Needs.exactlyOne(PROGRAM.name(), MODULE.name(), CODE.name()));

  /** The keys that runs can have in common. */
  static final Table DEFAULTS = new Table(new ArrayList<>(SHARED), Needs.NOTHING);

  private RunKeys() {}

  private static String variable(String name) {
    if (name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("'" + name + "' is no name of a variable");
    }
    return name;
  }

  private static List<String> option(String text) {
    List<String> tokens = InterpreterArguments.tokens(text);
    InterpreterArguments.refusal(tokens)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("'" + text + "' " + why);
            });
    return tokens;
  }
}
