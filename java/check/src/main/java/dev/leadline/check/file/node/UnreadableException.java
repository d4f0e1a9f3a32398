package dev.leadline.check.file.node;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** A text is no YAML that can be taken. The message is one line for the user. */
public final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  UnreadableException(Mark mark, String message) {
    super(message);
    line = mark.line();
    column = mark.column();
  }

  /** Where. */
  public Mark mark() {
    return new Mark(line, column);
  }

  /** Says in one line why a text is no YAML, without the excerpt that the parser's message has. */
  static final class SyntaxProblem {

    private SyntaxProblem() {}

    /** What the parser found. */
    static UnreadableException of(RuntimeException refused) {
      if (refused instanceof MarkedYamlEngineException marked) {
        String problem = Optional.ofNullable(marked.getProblem()).orElse(marked.getContext());
        return unreadable(
            Stream.of(marked.getProblemMark(), marked.getContextMark())
                .flatMap(Optional::stream)
                .findFirst()
                .map(SyntaxProblem::mark)
                .orElse(Mark.START),
            problem);
      }
      if (refused instanceof ReaderException unprintable) {
        return unreadable(
            Mark.START,
            String.format(
                Locale.ROOT,
                "its character %d, U+%04X, is not allowed",
                unprintable.getPosition() + 1,
                unprintable.getCodePoint()));
      }
      if (refused instanceof NumberFormatException) {
        return unreadable(Mark.START, "an escape \\U has a number that no character has");
      }
      if (refused instanceof YamlVersionException) {
        return unreadable(Mark.START, "its %YAML directive names another version than 1.2");
      }
      return unreadable(Mark.START, refused.getMessage());
    }

    /** Where that is, counted from one. */
    static Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
      return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static UnreadableException unreadable(Mark mark, String problem) {
      return new UnreadableException(mark, "cannot be read as YAML: " + problem);
    }
  }
}
