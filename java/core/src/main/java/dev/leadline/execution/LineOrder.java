package dev.leadline.execution;

import dev.leadline.event.TraceEvent;
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

  /** Whether a number in the order is a line: one that there is, or none. */
  static boolean isLine(int number) {
    return number >= 0 || number == TraceEvent.NO_LINENO;
  }

  /**
   * Adds a line, or an exception's with a minus.
   *
   * @param written counts the lines that go into the file
   */
  void add(int line, FactsFile file, OpenActivation.LineCounts written) throws IOException {
    if (size == PIECE) {
      for (int one : lines) {
        if (isLine(one)) {
          written.add(one);
        }
      }
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

  /** Copies what is in the heap to a place in an array. */
  void copyTo(int[] to, int at) {
    System.arraycopy(lines, 0, to, at, size);
  }

  /** How many pieces are in the file, each of {@link #PIECE} lines. */
  long pieces() {
    return pieces;
  }

  /** Where the last piece is, or {@link #NO_PIECE}. */
  long lastPiece() {
    return lastPiece;
  }

  /**
   * A sequence of lines in a file: pieces of {@link LineOrder#PIECE}, and what is left behind them.
   */
  static final class StoredLines implements LineSequence {

    private final FactsFile file;
    private final long pieces;
    private final long lastPiece;
    private final long rest;
    private final int restSize;

    /** Where the pieces are, in their order; made when one is first asked for. */
    private long[] places = new long[0];

    /**
     * One that the file holds.
     *
     * @param pieces how many whole pieces there are
     * @param lastPiece where the last of them is
     * @param rest where the lines are that follow them
     * @param restSize how many these are
     */
    StoredLines(FactsFile file, long pieces, long lastPiece, long rest, int restSize) {
      this.file = file;
      this.pieces = pieces;
      this.lastPiece = lastPiece;
      this.rest = rest;
      this.restSize = restSize;
    }

    @Override
    public long size() {
      return pieces * LineOrder.PIECE + restSize;
    }

    @Override
    public int line(long index) {
      long piece = index / LineOrder.PIECE;
      int within = (int) (index % LineOrder.PIECE);
      return piece == pieces ? file.line(rest, within) : file.pieceLine(place((int) piece), within);
    }

    private long place(int piece) {
      if (places.length == 0) {
        places = new long[(int) pieces];
        long at = lastPiece;
        for (int i = places.length - 1; i >= 0; i--) {
          places[i] = at;
          at = file.pieceBefore(at);
        }
      }
      return places[piece];
    }
  }
}
