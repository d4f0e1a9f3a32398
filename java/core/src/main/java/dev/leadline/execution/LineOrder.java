package dev.leadline.execution;

import java.io.IOException;
import java.util.Arrays;

/**
 * The lines of an open activation in their order. The heap holds the last few thousand; those
 * before them are in the file, each piece with the place of the one before.
 */
final class LineOrder {

  static final int PIECE = 1 << 12;
  static final long NO_PIECE = -1;

  private int[] lines = new int[8];
  private int size;
  private long pieces;
  private long lastPiece = NO_PIECE;

  void add(int line, FactsFile file) throws IOException {
    if (size == PIECE) {
      lastPiece = file.addPiece(lastPiece, lines);
      pieces++;
      size = 0;
    }
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, Math.min(PIECE, 2 * size));
    }
    lines[size++] = line;
  }

  /** How many lines are in the heap. */
  int size() {
    return size;
  }

  int get(int index) {
    return lines[index];
  }

  /** How many pieces are in the file, each of {@link #PIECE} lines. */
  long pieces() {
    return pieces;
  }

  /** Where the last piece is, or {@link #NO_PIECE}. */
  long lastPiece() {
    return lastPiece;
  }
}
