package dev.leadline.check.expect;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A place in a text that a person wrote: a check file, or the source of the traced program.
 *
 * @param file a path; one of a verdict's is relative to where the program ran, or absolute
 * @param line from 1; 0 where only the file is known
 */
public record Place(String file, int line) {

  public Place {
    Objects.requireNonNull(file, "file");
    if (line < 0) {
      throw new IllegalArgumentException("line: " + line);
    }
  }

  /** The same with an absolute path, of one that is relative to that directory. */
  public Place from(Path directory) {
    return new Place(slashed(directory.resolve(file).normalize()), line);
  }

  /** The same as seen from an absolute directory, where it is below that. */
  public Place relativeTo(Path directory) {
    Path path = Path.of(file);
    return path.startsWith(directory) ? new Place(slashed(directory.relativize(path)), line) : this;
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
