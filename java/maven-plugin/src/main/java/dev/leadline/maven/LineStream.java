package dev.leadline.maven;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts what is written to it into lines of UTF-8, without their ends. A very long line is passed on
 * in pieces, since it may never end.
 */
final class LineStream extends OutputStream {

  private static final int LONGEST = 8192;

  private final Consumer<String> lines;
  private final byte[] held = new byte[LONGEST];
  private int length;

  LineStream(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public synchronized void write(int letter) {
    if (letter == '\n') {
      tell(length);
      return;
    }
    if (length == LONGEST) {
      tell(wholeCharacters());
    }
    held[length++] = (byte) letter;
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      write(bytes[i]);
    }
  }

  /** Tells the last line, where it has no end. */
  @Override
  public synchronized void close() {
    if (length > 0) {
      tell(length);
    }
  }

  private void tell(int until) {
    boolean carriageReturn = until > 0 && until == length && held[until - 1] == '\r';
    int end = carriageReturn ? until - 1 : until;
    lines.accept(new String(held, 0, end, StandardCharsets.UTF_8));
    length -= until;
    System.arraycopy(held, until, held, 0, length);
  }

  /** How many bytes stand before the last character's first; all, where that is no UTF-8. */
  private int wholeCharacters() {
    int start = length - 1;
    while (start > length - 4 && (held[start] & 0xc0) == 0x80) {
      start--;
    }
    return start;
  }
}
