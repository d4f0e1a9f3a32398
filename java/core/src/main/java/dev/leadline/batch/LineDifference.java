package dev.leadline.batch;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

  /**
   * Reads lines of any length and keeps the beginning of each; of the rest, a number to compare.
   */
  static final class BoundedLines implements Closeable {

    private static final int KEPT_BYTES = 400;

    /**
     * One line.
     *
     * @param text its beginning, without the newline
     * @param length its bytes, the newline included
     * @param hash of all its bytes
     */
    record Line(String text, long length, long hash) {

      // By hand: what Java makes for a record when it is first asked takes longer than a small
      // trace.

      @Override
      public boolean equals(Object other) {
        return other instanceof Line that
            && length == that.length
            && hash == that.hash
            && text.equals(that.text);
      }

      @Override
      public int hashCode() {
        return Long.hashCode(hash);
      }
    }

    private final InputStream in;

    BoundedLines(InputStream in) {
      this.in = in;
    }

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      long length = 0;
      long hash = 1;
      int read = in.read();
      while (read >= 0) {
        length++;
        hash = hash * 1_000_003 + read;
        if (read == '\n') {
          break;
        }
        if (length <= KEPT_BYTES) {
          kept.write(read);
        }
        read = in.read();
      }
      if (length == 0) {
        return Optional.empty();
      }
      String text = kept.toString(StandardCharsets.UTF_8);
      return Optional.of(new Line(length > KEPT_BYTES + 1 ? text + "..." : text, length, hash));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
