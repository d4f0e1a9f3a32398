package dev.leadline.checkfile;

import dev.leadline.check.PlannedRun;
import dev.leadline.expect.Place;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an expectation can refer to.
 *
 * @param file the check file, as places name it
 * @param base the check file's directory, absolute
 * @param update whether golden files are written instead of compared
 * @param runs the runs of the file by name, still without their expectations
 */
record Around(String file, Path base, boolean update, Map<String, PlannedRun> runs) {

  Place place(Spot spot) {
    return new Place(file, spot.mark().line());
  }

  /** A path that is written in the check file. */
  Path resolve(Path path) {
    return base.resolve(path).normalize();
  }
}
