package dev.leadline.wire.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Cuts a stream of bytes into lines at {@code \n} alone, in one growing buffer. Keeps its place
 * between calls. A line longer than {@link #LONGEST} is skipped, with its beginning kept for the
 * complaint.
 */
final class LineSplitter {

  /** Bytes that a line may have. The agent's longest records have some ten thousand. */
  static final int LONGEST = 16 << 20;

  private static final int EXCERPT = 256;

  /** Most traces are small; where one read fills the buffer, the next may have twice as much. */
  private static final int FIRST = 1 << 13;

  private static final int USUAL = 1 << 16;

  private byte[] buffer = new byte[FIRST];
  private int start;
  private int scanned;
  private int end;
  private int from;
  private int to;
  private boolean skipping;
  private boolean tooLong;
  private boolean terminated;
  private boolean damaged;

  /** Goes to the next line; false at the end of the stream. */
  boolean next(InputStream in) throws IOException {
    while (true) {
      int newline = find();
      if (newline >= 0) {
        settle(newline, newline + 1, true);
        return true;
      }
      if (!fill(in)) {
        boolean rest = end > start || skipping;
        settle(end, end, false);
        return rest;
      }
    }
  }

  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Whether the line was too long, and only its beginning is there. */
  boolean tooLong() {
    return tooLong;
  }

  /** Whether a newline stood behind it. */
  boolean terminated() {
    return terminated;
  }

  /** Whether the stream ended where its compression is damaged. */
  boolean damaged() {
    return damaged;
  }

  private int find() {
    byte[] bytes = buffer;
    int until = end;
    for (int i = scanned; i < until; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    scanned = until;
    return -1;
  }

  private void settle(int lineEnd, int nextStart, boolean newline) {
    from = start;
    to = skipping ? Math.min(lineEnd, start + EXCERPT) : lineEnd;
    tooLong = skipping;
    skipping = false;
    terminated = newline;
    start = nextStart;
    scanned = nextStart;
  }

  private boolean fill(InputStream in) throws IOException {
    if (skipping) {
      end = start + EXCERPT;
      scanned = end;
    }
    makeRoom();
    int count = read(in);
    if (count < 0) {
      return false;
    }
    end += count;
    if (end == buffer.length && end < USUAL) {
      buffer = Arrays.copyOf(buffer, 2 * end);
    }
    return true;
  }

  /** Compressed data that is damaged or cut off ends the stream; what came before it stands. */
  private int read(InputStream in) throws IOException {
    try {
      return in.read(buffer, end, buffer.length - end);
    } catch (EOFException | ZipException e) {
      damaged = true;
      return -1;
    }
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      scanned -= start;
      start = 0;
    }
    if (end < buffer.length) {
      return;
    }
    if (buffer.length < LONGEST) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, LONGEST));
    } else {
      skipping = true;
      end = EXCERPT;
      scanned = end;
    }
  }
}
