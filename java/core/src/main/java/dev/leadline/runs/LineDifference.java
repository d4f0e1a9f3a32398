package dev.leadline.runs;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Where two outputs part.
 *
 * @param lineno number of the line, from 1
 * @param left the line on one side, decoded as UTF-8 and cut where it is long; empty where the
 *     output has ended before
 * @param right the line on the other side
 */
public record LineDifference(long lineno, Optional<String> left, Optional<String> right) {

  public LineDifference {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
  }

  static Optional<LineDifference> first(BoundedLines left, BoundedLines right) throws IOException {
    for (long lineno = 1; ; lineno++) {
      Optional<BoundedLines.Line> one = left.next();
      Optional<BoundedLines.Line> other = right.next();
      if (!one.equals(other)) {
        return Optional.of(new LineDifference(lineno, text(one), text(other)));
      }
      if (one.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  private static Optional<String> text(Optional<BoundedLines.Line> line) {
    return line.map(BoundedLines.Line::text);
  }
}
