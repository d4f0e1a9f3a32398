package dev.leadline.interpreter;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * {@code sys.version_info}.
 *
 * @param level {@code alpha}, {@code beta}, {@code candidate} or {@code final}; their alphabetical
 *     order is their order in time
 * @param serial number within the level; 0 for {@code final}
 */
public record PythonVersion(int major, int minor, int micro, String level, int serial)
    implements Comparable<PythonVersion> {

  /** The oldest one that the agent runs on. */
  public static final PythonVersion OLDEST = new PythonVersion(3, 6, 0, "final", 0);

  private static final Pattern ASKED = Pattern.compile("\\d+(\\.\\d+){0,2}((a|b|rc)\\d+)?");

  private static final Map<String, String> LETTERS =
      Map.of("alpha", "a", "beta", "b", "candidate", "rc");

  public PythonVersion {
    Objects.requireNonNull(level, "level");
  }

  /**
   * Whether a text asks for a version: {@code 3}, {@code 3.12}, {@code 3.12.1}, {@code 3.15.0rc1}.
   */
  static boolean isAskedBy(String text) {
    return ASKED.matcher(text).matches();
  }

  /** Whether this is a version that was asked for by all or by the first of its numbers. */
  boolean answers(String asked) {
    String own = toString();
    return own.equals(asked)
        || own.startsWith(asked + ".")
        || (major + "." + minor + "." + micro).equals(asked);
  }

  /** Whether it came out before its final release. */
  boolean preRelease() {
    return LETTERS.containsKey(level);
  }

  @Override
  public int compareTo(PythonVersion other) {
    int byRelease = Arrays.compare(release(), other.release());
    int byLevel = byRelease != 0 ? byRelease : level.compareTo(other.level);
    return byLevel != 0 ? byLevel : Integer.compare(serial, other.serial);
  }

  private int[] release() {
    return new int[] {major, minor, micro};
  }

  /** As Python writes it: {@code 3.12.1}, {@code 3.15.0rc1}. */
  @Override
  public String toString() {
    String release = major + "." + minor + "." + micro;
    return preRelease() ? release + LETTERS.get(level) + serial : release;
  }
}
