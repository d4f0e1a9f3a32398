package dev.leadline.checkfile;

import dev.leadline.check.PlannedRun;
import dev.leadline.expect.Place;
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
record Around(
    String file,
    Path base,
    boolean update,
    Map<String, Optional<String>> surroundings,
    Map<String, PlannedRun> runs,
    String own,
    Set<Path> goldens) {

  /** The same for the run of that name. */
  Around by(String name) {
    return new Around(file, base, update, surroundings, runs, name, goldens);
  }

  /** The other runs by name. */
  Map<String, PlannedRun> others() {
    Map<String, PlannedRun> others = new LinkedHashMap<>(runs);
    others.remove(own);
    return others;
  }

  Place place(Spot spot) {
    return new Place(file, spot.mark().line());
  }

  /** A path that is written in the check file. */
  Path resolve(Path path) {
    return base.resolve(path).normalize();
  }

  /** A golden file that is written in the check file; each run has one of its own. */
  Path golden(Path path) {
    Path golden = resolve(path);
    if (!goldens.add(golden)) {
      throw new IllegalArgumentException("another run has the same golden file " + golden);
    }
    return golden;
  }
}
