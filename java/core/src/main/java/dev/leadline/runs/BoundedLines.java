package dev.leadline.runs;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of any length and keeps the beginning of each; of the rest, a number to compare. */
final class BoundedLines implements Closeable {

  private static final int KEPT_BYTES = 400;

  /**
   * One line.
   *
   * @param text its beginning, without the newline
   * @param length its bytes, the newline included
   * @param hash of all its bytes
   */
  record Line(String text, long length, long hash) {

    // By hand: what Java makes for a record when it is first asked takes longer than a small trace.

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
