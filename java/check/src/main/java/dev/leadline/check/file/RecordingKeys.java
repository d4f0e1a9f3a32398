package dev.leadline.check.file;

import dev.leadline.check.file.shape.Amounts;
import dev.leadline.check.file.shape.Cursor;
import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.ScalarShape;
import dev.leadline.check.file.shape.TextShapes;
import dev.leadline.check.file.shape.Values;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.SecretNames;
import dev.leadline.filter.ScopeWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of what a run records, and the choice of events that they make. */
final class RecordingKeys {

  private static final Key<OptionalInt> CUTOFF =
      new Key<>(
          "cutoff",
          ScalarShape.word("auto")
              .to(auto -> OptionalInt.empty())
              .or(Amounts.count().to(OptionalInt::of)),
          "Keep events deeper than this; auto is the measured depth of the program's <module>.");

  private static final Key<Boolean> MODULE_LEVEL =
      new Key<>(
          "module-level", ScalarShape.FLAG, "With cutoff auto, also keep the program's <module>.");

  private static final Key<Integer> LEVELS =
      new Key<>(
          "levels",
          Amounts.count(),
          "Keep at most N levels past the cutoff; with cutoff auto, the program's own frames count alone.");

  private static final Key<Set<Scope>> SCOPE =
      new Key<>(
          "scope",
          ScalarShape.word(ScopeWords.MEANINGS.keySet().toArray(String[]::new))
              .to(ScopeWords.MEANINGS::get)
              .orSeveral()
              .to(sets -> sets.stream().flatMap(Set::stream).collect(Collectors.toSet())),
          "Whose code is kept. Default: user.");

  private static final Key<List<Path>> ROOT =
      new Key<>(
          "root",
          TextShapes.PATH.orSeveral(),
          "Directories of the user's code. Default: the program's; cwd for modules and code.");

  private static final Key<List<String>> INCLUDE =
      new Key<>("include", TextShapes.GLOBS, "Globs: files or dotted modules that are kept.");

  private static final Key<List<String>> EXCLUDE =
      new Key<>("exclude", TextShapes.GLOBS, "Globs: files or dotted modules that are not kept.");

  private static final Key<List<String>> FUNCTION =
      new Key<>("function", TextShapes.GLOBS, "Globs: functions that are kept.");

  private static final Key<List<String>> REDACT =
      new Key<>(
          "redact",
          TextShapes.GLOBS,
          "Globs: names whose values are not recorded, in addition to those that look like"
              + " secrets.");

  /** All of them, in the order of the schema. */
  static final List<Key<?>> ALL =
      List.of(CUTOFF, MODULE_LEVEL, LEVELS, SCOPE, ROOT, INCLUDE, EXCLUDE, FUNCTION, REDACT);

  private final Values values;

  RecordingKeys(Values values) {
    this.values = values;
  }

  /** The choice of events; a key that is not given has the default of the command line. */
  Recording recording(Context context) {
    refuseContradiction();
    Recording.Builder recording = Recording.builder().roots(roots(context)).redact(redacted());
    values.get(CUTOFF).ifPresent(recording::cutoff);
    values.get(MODULE_LEVEL).ifPresent(recording::moduleLevel);
    values.get(LEVELS).map(OptionalInt::of).ifPresent(recording::levels);
    values.get(SCOPE).ifPresent(recording::scopes);
    values.get(INCLUDE).ifPresent(recording::include);
    values.get(EXCLUDE).ifPresent(recording::exclude);
    values.get(FUNCTION).ifPresent(recording::functions);
    return recording.build();
  }

  private void refuseContradiction() {
    boolean number = values.get(CUTOFF).filter(OptionalInt::isPresent).isPresent();
    values
        .at(MODULE_LEVEL)
        .filter(at -> at.value() && number)
        .ifPresent(
            at -> at.cursor().wrong("goes with cutoff: auto; with a number, choose a smaller one"));
  }

  private List<String> roots(Context context) {
    List<String> roots = new ArrayList<>();
    values
        .at(ROOT)
        .ifPresent(at -> at.value().forEach(path -> roots.add(root(path, at.cursor(), context))));
    return roots;
  }

  private static String root(Path path, Cursor cursor, Context context) {
    Path root = context.resolve(path);
    if (!Files.isDirectory(root)) {
      cursor.wrong("there is no directory " + root);
    }
    return root.toString();
  }

  private List<String> redacted() {
    List<String> more = values.get(REDACT).orElse(List.of());
    return Stream.concat(SecretNames.GLOBS.stream(), more.stream()).distinct().toList();
  }
}
