package dev.leadline.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One line for a terminal, built from pieces, cut at the width, coloured where colour is wanted.
 */
public final class TextLine {

  /** What a piece is, which is all that decides its colour. */
  public enum Tone {
    PLAIN(""),
    STRONG("\u001b[1m"),
    FAINT("\u001b[2m"),
    WARM("\u001b[33m"),
    ALARM("\u001b[31m");

    private final String start;

    Tone(String start) {
      this.start = start;
    }

    private String paint(String text) {
      return this == PLAIN || text.isEmpty() ? text : start + text + "\u001b[0m";
    }
  }

  private record Piece(String text, Tone tone) {}

  private static final String ELLIPSIS = "...";

  private static final int READABLE = 100;

  private final ReportStyle style;
  private final List<Piece> pieces = new ArrayList<>();

  public TextLine(ReportStyle style) {
    this.style = style;
  }

  /** Adds a piece, whoever wrote it. */
  public TextLine add(String text) {
    return add(text, Tone.PLAIN);
  }

  /** Adds a piece in a colour of its own. */
  public TextLine add(String text, Tone tone) {
    pieces.add(new Piece(TerminalText.escape(text), tone));
    return this;
  }

  /** Adds a piece at the right edge of a number of columns. */
  public TextLine right(String text, int width) {
    return right(text, width, Tone.PLAIN);
  }

  /** Adds a piece at the right edge of a number of columns. */
  public TextLine right(String text, int width, Tone tone) {
    return add(" ".repeat(Math.max(0, width - text.length())) + text, tone);
  }

  /** Adds the last piece at the right edge of the line, or of what an eye can follow. */
  public TextLine atEdge(String text, Tone tone) {
    String shown = TerminalText.escape(text);
    int edge = style.width() == 0 ? 0 : Math.min(style.width(), READABLE);
    int gap = edge - columns() - TerminalText.columns(shown);
    return add(" ".repeat(Math.max(2, gap))).add(shown, tone);
  }

  /** Adds a piece at the left edge of a number of columns. */
  public TextLine left(String text, int width, Tone tone) {
    return add(text, tone).add(" ".repeat(Math.max(0, width - text.length())));
  }

  /** The line, without its newline. */
  public String text() {
    int width = style.width();
    boolean cut = width > 0 && columns() > width;
    int room = cut ? Math.max(0, width - ELLIPSIS.length()) : Integer.MAX_VALUE;
    StringBuilder line = new StringBuilder();
    for (Piece piece : pieces) {
      String shown = cut ? TerminalText.head(piece.text, room) : piece.text;
      room -= cut ? TerminalText.columns(shown) : 0;
      line.append(painted(shown, piece.tone));
      if (shown.length() < piece.text.length()) {
        break;
      }
    }
    return cut
        ? line.append(ELLIPSIS, 0, Math.min(width, ELLIPSIS.length())).toString()
        : line.toString().stripTrailing();
  }

  /** How many columns the {@link #text} takes. */
  public int width() {
    TextLine plain = new TextLine(new ReportStyle(false, style.width(), style.detail()));
    plain.pieces.addAll(pieces);
    return TerminalText.columns(plain.text());
  }

  /**
   * The line whole, without its last newline: broken between words where it is longer than the
   * width, and indented by that number of columns from the second line on.
   */
  public String wrapped(int indent) {
    if (style.width() == 0 || columns() <= style.width()) {
      return text();
    }
    StringBuilder lines = new StringBuilder();
    int used = 0;
    for (Piece piece : pieces) {
      StringBuilder segment = new StringBuilder();
      for (String word : piece.text.split("(?<! )(?= )")) { // each with the spaces before it
        int columns = TerminalText.columns(word);
        if (used > indent && used + columns > style.width()) {
          lines.append(painted(segment.toString(), piece.tone)).append('\n');
          segment = new StringBuilder(" ".repeat(indent) + word.stripLeading());
          used = TerminalText.columns(segment.toString());
        } else {
          segment.append(word);
          used += columns;
        }
      }
      lines.append(painted(segment.toString(), piece.tone));
    }
    return lines.toString();
  }

  private String painted(String text, Tone tone) {
    return style.colour() ? tone.paint(text) : text;
  }

  private int columns() {
    return pieces.stream().mapToInt(piece -> TerminalText.columns(piece.text)).sum();
  }
}
