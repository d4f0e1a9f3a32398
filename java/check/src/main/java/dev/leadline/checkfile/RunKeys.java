package dev.leadline.checkfile;

import dev.leadline.check.Pythons;
import dev.leadline.event.Scope;
import dev.leadline.filter.ScopeWords;
import dev.leadline.launch.InterpreterArguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of a run. */
final class RunKeys {

  static final Key<String> NAME =
      new Key<>("name", Texts.WORD, "What results call the run. Default: the program's words.");

  static final Key<Path> PROGRAM =
      new Key<>("program", Texts.PATH, "A script, directory or zip, relative to cwd.");

  static final Key<String> MODULE =
      new Key<>("module", Texts.WORD, "A module, as behind python -m.");

  static final Key<String> CODE = new Key<>("code", Texts.WORD, "Code, as behind python -c.");

  /** What is run: one of these. */
  static final List<Key<?>> PROGRAMS = List.of(PROGRAM, MODULE, CODE);

  static final Key<List<String>> ARGS =
      new Key<>("args", new ListOf<>(Single.TEXT, 0), "Arguments of the program.");

  static final Key<Path> STDIN =
      new Key<>("stdin", Texts.PATH, "File that the program reads as its stdin. Default: nothing.");

  private static final Shape<String> VARIABLE =
      Texts.WORD
          .to(RunKeys::variable)
          .as("a variable's name", schema -> schema.text("pattern", "^[^=\\u0000]+$"));

  static final Key<List<Keyed.Pair<String, Optional<String>>>> ENV =
      new Key<>(
          "env",
          new Keyed<>(
              VARIABLE,
              Single.TEXT.to(Optional::of).or(Single.NOTHING.to(none -> Optional.empty())),
              0),
          "Environment variables to set; null removes one.");

  static final Key<Path> CWD =
      new Key<>(
          "cwd", Texts.PATH, "Where the program starts. Default: the check file's directory.");

  static final Key<Pythons> PYTHON =
      new Key<>(
          "python",
          Single.word("all")
              .to(all -> Pythons.ALL)
              .or(Texts.WORD.orSeveral().to(names -> new Pythons(names, false))),
          "Interpreters: versions, paths or commands, or all that are found. Default: the one at"
              + " hand.");

  static final Key<List<String>> PYTHON_OPTIONS =
      new Key<>(
          "python-options",
          new ListOf<>(Texts.WORD.to(RunKeys::option), 0)
              .to(options -> options.stream().flatMap(List::stream).toList()),
          "Options of the interpreter: -O, '-X utf8'.");

  static final Key<OptionalInt> CUTOFF =
      new Key<>(
          "cutoff",
          Single.word("auto")
              .to(auto -> OptionalInt.empty())
              .or(Amounts.count().to(OptionalInt::of)),
          "Keep events deeper than this; auto is the measured depth of the program's <module>.");

  static final Key<Boolean> MODULE_LEVEL =
      new Key<>("module-level", Single.FLAG, "With cutoff auto, keep the program's <module>, too.");

  static final Key<Integer> LEVELS =
      new Key<>("levels", Amounts.count(), "Keep at most so many levels below the cutoff.");

  static final Key<Set<Scope>> SCOPE =
      new Key<>(
          "scope",
          Single.word(ScopeWords.MEANINGS.keySet().toArray(String[]::new))
              .to(ScopeWords.MEANINGS::get)
              .orSeveral()
              .to(sets -> sets.stream().flatMap(Set::stream).collect(Collectors.toSet())),
          "Whose code is kept. Default: user.");

  static final Key<List<Path>> ROOT =
      new Key<>(
          "root",
          Texts.PATH.orSeveral(),
          "Directories of the user's code. Default: the program's; cwd for modules and code.");

  static final Key<List<String>> INCLUDE =
      new Key<>("include", Texts.GLOBS, "Globs: files or dotted modules that are kept.");

  static final Key<List<String>> EXCLUDE =
      new Key<>("exclude", Texts.GLOBS, "Globs: files or dotted modules that are not kept.");

  static final Key<List<String>> FUNCTION =
      new Key<>("function", Texts.GLOBS, "Globs: functions that are kept.");

  static final Key<List<String>> REDACT =
      new Key<>(
          "redact",
          Texts.GLOBS,
          "Globs: names whose values are not recorded, besides those that look like secrets.");

  static final Key<Boolean> FOLLOW =
      new Key<>("follow", Single.FLAG, "Whether the processes it starts are recorded, too.");

  static final Key<Duration> TIMEOUT =
      new Key<>("timeout", Amounts.DURATION, "How long it may run: 30s, 2m, 500ms.");

  static final Key<Values> EXPECT =
      new Key<>("expect", ExpectKeys.TABLE.partly(), "What it must show.");

  private static final List<Key<?>> SHARED =
      List.of(
          ARGS,
          STDIN,
          ENV,
          CWD,
          PYTHON,
          PYTHON_OPTIONS,
          CUTOFF,
          MODULE_LEVEL,
          LEVELS,
          SCOPE,
          ROOT,
          INCLUDE,
          EXCLUDE,
          FUNCTION,
          REDACT,
          FOLLOW,
          TIMEOUT,
          EXPECT);

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
