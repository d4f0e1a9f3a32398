package dev.leadline.causes;

import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What there is to judge the lines of two activations of one function by.
 *
 * @param older the activation on the older interpreter
 * @param younger the activation on the younger interpreter
 * @param releases the two interpreters
 * @param facts of the function's source file
 */
record LineEvidence(Activation older, Activation younger, Releases releases, SourceFacts facts) {

  /** Lines that were not reported equally often, by an event of their own or an exception's. */
  List<LineChange> changes() {
    List<LineChange> changes = new ArrayList<>();
    // other exceptions are a difference of their own
    boolean sameTypes = types(older).equals(types(younger));
    for (int line : lines()) {
      LineChange change = new LineChange(line, reported(older, line), reported(younger, line));
      boolean raised = sameTypes && raisedAt(older, line) != raisedAt(younger, line);
      if (change.older() != change.younger() || raised) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** All lines that either side reported. */
  Set<Integer> lines() {
    Set<Integer> lines = new TreeSet<>(older.lines().keySet());
    lines.addAll(younger.lines().keySet());
    older.exceptions().forEach(seen -> lines.add(seen.lineno()));
    younger.exceptions().forEach(seen -> lines.add(seen.lineno()));
    return lines;
  }

  /** How often a line was reported on the older side, and how often on the younger. */
  LineChange at(int line) {
    return new LineChange(line, reported(older, line), reported(younger, line));
  }

  /** Whether an exception was seen at a line on both sides. */
  boolean raisedOnBoth(int line) {
    return raisedAt(older, line) > 0 && raisedAt(younger, line) > 0;
  }

  private static List<String> types(Activation activation) {
    return activation.exceptions().stream().map(SeenException::type).toList();
  }

  private static long reported(Activation activation, int line) {
    return activation.lines().getOrDefault(line, 0L);
  }

  private static long raisedAt(Activation activation, int line) {
    return activation.exceptions().stream()
        .map(SeenException::lineno)
        .filter(one -> one == line)
        .count();
  }

  /**
   * How often a line was reported on both sides.
   *
   * @param lineno the line
   * @param older how often on the older interpreter
   * @param younger how often on the younger one
   */
  record LineChange(int lineno, long older, long younger) {

    boolean gained() {
      return younger > older;
    }

    boolean lost() {
      return younger < older;
    }
  }
}
