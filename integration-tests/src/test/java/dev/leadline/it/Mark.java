package dev.leadline.it;

import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.interpreter.PythonVersion;
import dev.leadline.it.Interpreters.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment in a program says of two neighbouring versions; see compare/README.md.
 *
 * @param line line of the comment
 * @param cause id of a cause, or {@code program} for any that is the program's own doing
 * @param older the older version
 * @param younger the younger version
 * @param perhaps whether the micro version decides
 */
record Mark(int line, String cause, Version older, Version younger, boolean perhaps) {

  private static final Pattern COMMENT = Pattern.compile("#: (.*)$");
  private static final Pattern CLAUSE = Pattern.compile("differs=(\\S+) (\\S+)");
  private static final Pattern PAIR = Pattern.compile("(\\d+\\.\\d+)/(\\d+\\.\\d+)(~?)");

  /** All of a program's. */
  static List<Mark> of(TestProgram program) {
    List<Mark> marks = new ArrayList<>();
    int number = 0;
    for (String line :
        TestProgram.text(program.directory().resolve(program.name())).lines().toList()) {
      number++;
      Matcher comment = COMMENT.matcher(line);
      if (comment.find()) {
        for (String clause : comment.group(1).split("; ")) {
          add(number, clause, marks);
        }
      }
    }
    return marks;
  }

  private static void add(int line, String text, List<Mark> marks) {
    Matcher clause = CLAUSE.matcher(text);
    if (!clause.matches()) {
      throw new IllegalArgumentException("line " + line + ": " + text);
    }
    for (String pair : clause.group(2).split(",")) {
      Matcher versions = PAIR.matcher(pair);
      if (!versions.matches()) {
        throw new IllegalArgumentException("line " + line + ": " + pair);
      }
      Version older = Version.parse(versions.group(1));
      Version younger = Version.parse(versions.group(2));
      boolean perhaps = !versions.group(3).isEmpty();
      marks.add(new Mark(line, clause.group(1), older, younger, perhaps));
    }
  }

  boolean isOf(PythonVersion one, PythonVersion other) {
    return older.isOf(one) && younger.isOf(other);
  }

  /** Whether these differences are what it speaks of. */
  boolean names(DifferenceGroup group) {
    return causes(group) && DifferenceLines.of(group).contains(line);
  }

  /** Whether it expects that the program goes another way. */
  boolean isProgram() {
    return cause.equals("program") || cause.startsWith("program-");
  }

  private boolean causes(DifferenceGroup group) {
    return cause.equals("program")
        ? group.cause().category() == Category.PROGRAM
        : List.of(group.cause().id().split("\\+")).contains(cause);
  }

  @Override
  public String toString() {
    return "line %d: %s %s/%s".formatted(line, cause, older, younger);
  }
}
