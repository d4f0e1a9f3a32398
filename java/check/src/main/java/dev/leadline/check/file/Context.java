package dev.leadline.check.file;

import dev.leadline.check.expect.Place;
import dev.leadline.check.file.shape.Cursor;
import dev.leadline.check.golden.GoldenFile;
import dev.leadline.check.plan.PlannedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an expectation can refer to.
 *
 * @param file the check file, as places name it
 * @param base the check file's directory, absolute
 * @param update whether golden files are written instead of compared
 * @param surroundings what is changed in the environment of this process for all programs
 * @param runs the runs of the file by name, still without their expectations
 * @param own the name of the run whose expectation it is
 * @param goldens golden files of the runs so far; grows
 */
record Context(
    String file,
    Path base,
    boolean update,
    Map<String, Optional<String>> surroundings,
    Map<String, PlannedRun> runs,
    String own,
    Set<Path> goldens) {

  private static final Path NOTHING = Path.of("/dev/null");

  /** The same for the run of that name. */
  Context by(String name) {
    return new Context(file, base, update, surroundings, runs, name, goldens);
  }

  /** The other runs by name. */
  Map<String, PlannedRun> others() {
    Map<String, PlannedRun> others = new LinkedHashMap<>(runs);
    others.remove(own);
    return others;
  }

  Place place(Cursor cursor) {
    return new Place(file, cursor.mark().line());
  }

  /** A path that is written in the check file. */
  Path resolve(Path path) {
    return base.resolve(path).normalize();
  }

  /** A file with a program's input; a pipe or a device would not give the same at each run. */
  Path input(Path path, Cursor cursor) {
    Path input = resolve(path);
    if (!Files.exists(input)) {
      cursor.wrong("there is no file " + input);
    } else if (!Files.isRegularFile(input) && !input.equals(NOTHING)) {
      cursor.wrong(input + " is no regular file");
    }
    return input;
  }

  /** A file that holds what a program is to write; it may be missing. */
  Path output(Path path) {
    return regular(resolve(path));
  }

  /** A golden file that is written in the check file; each run has one of its own. */
  Path golden(Path path) {
    Path golden = regular(resolve(path));
    GoldenFile.refusal(golden)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    if (!goldens.add(golden)) {
      throw new IllegalArgumentException("another run has the same golden file " + golden);
    }
    return golden;
  }

  private static Path regular(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + " is no regular file");
    }
    return file;
  }
}
