package dev.leadline.execution;

/**
 * A sequence of lines in a file: pieces of {@link LineOrder#PIECE}, and what is left behind them.
 */
final class StoredLines implements LineSequence {

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
