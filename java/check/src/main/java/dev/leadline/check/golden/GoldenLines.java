package dev.leadline.check.golden;

import dev.leadline.json.JsonText;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The syntax of a golden trace's file: how its lines are distinguished. */
final class GoldenLines {

  static final String TITLE = "leadline golden trace ";
  static final String FORMAT = "1";
  static final String PYTHON = "python:";

  /** Ends a block: what follows is of all versions. */
  static final String ALL = "[]";

  private static final Set<String> CONFLICTS = Set.of("<<<<<<<", "=======", ">>>>>>>", "|||||||");

  private GoldenLines() {}

  /** The line that names the versions of the file. */
  static String python(SortedSet<MinorVersion> versions) {
    return (PYTHON + " " + words(versions)).strip();
  }

  /** The line that begins the block of some versions. */
  static String block(SortedSet<MinorVersion> versions) {
    return "[" + words(versions) + "]";
  }

  static boolean isBlock(String line) {
    return line.startsWith("[");
  }

  /**
   * The versions in a line behind its prefix and before its suffix.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static SortedSet<MinorVersion> versions(String line, String prefix, String suffix) {
    if (!line.startsWith(prefix) || !line.endsWith(suffix)) {
      throw new IllegalArgumentException("\"%s\" is missing".formatted(prefix + "3.12" + suffix));
    }
    String between = line.substring(prefix.length(), line.length() - suffix.length());
    SortedSet<MinorVersion> versions = new TreeSet<>();
    for (String word : between.strip().split(" +")) {
      MinorVersion version =
          MinorVersion.parse(word)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("\"" + word + "\" is no version such as 3.12"));
      if (!versions.add(version)) {
        throw new IllegalArgumentException(version + " is named twice");
      }
    }
    return versions;
  }

  /**
   * Refuses a line that no trace has.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static void checkTrace(String line) {
    if (line.isBlank()) {
      throw new IllegalArgumentException("the line is empty");
    }
    if (CONFLICTS.stream().anyMatch(line::startsWith)) {
      throw new IllegalArgumentException("two versions of the file were not merged");
    }
    line.codePoints()
        .filter(point -> point <= Character.MAX_VALUE && JsonText.isHarmful((char) point))
        .findFirst()
        .ifPresent(
            point -> {
              throw new IllegalArgumentException(
                  "the control character U+%04X is not escaped".formatted(point));
            });
  }

  private static String words(SortedSet<MinorVersion> versions) {
    return String.join(" ", versions.stream().map(MinorVersion::toString).toList());
  }

  /**
   * A line of a golden trace, and the versions that have it.
   *
   * @param lineno line of the file, from 1; 0 where it is of none yet
   */
  record VersionedLine(String text, SortedSet<MinorVersion> versions, int lineno) {

    VersionedLine {
      Objects.requireNonNull(text, "text");
      versions = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
    }
  }
}
