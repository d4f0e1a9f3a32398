package dev.leadline.report;

import dev.leadline.calltree.Tally;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Header;
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

  /** Adds a piece at the right edge of so many columns. */
  TextLine right(String text, int width) {
    return add(" ".repeat(Math.max(0, width - text.length())) + text);
  }

  /** Adds a piece at the left edge of so many columns. */
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
      String shown = cut ? head(piece.text, room) : piece.text;
      room -= cut ? TerminalText.columns(shown) : 0;
      line.append(style.colour() ? piece.tone.paint(shown) : shown);
      if (shown.length() < piece.text.length()) {
        break;
      }
    }
    return cut
        ? line.append(ELLIPSIS, 0, Math.min(width, ELLIPSIS.length())).toString()
        : line.toString().stripTrailing();
  }

  private int columns() {
    return pieces.stream().mapToInt(piece -> TerminalText.columns(piece.text)).sum();
  }

  private static String head(String text, int room) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += TerminalText.columns(point);
      if (used > room) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }

  /** Ends a function's line: where it stands, how often it went on, and its exceptions. */
  TextLine addPlace(TracedFunction function, Tally tally, Header header) {
    if (function != TracedFunction.OTHER) {
      String file = Shown.file(function.file(), header);
      add("  " + file + ":" + function.firstlineno(), Tone.FAINT);
    }
    if (tally.resumes() > 0) {
      add("  " + Shown.count(tally.resumes(), "resume"), Tone.FAINT);
    }
    if (tally.exceptions() > 0) {
      add("  " + Shown.count(tally.exceptions(), "exception"), Tone.ALARM);
    }
    return this;
  }
}
