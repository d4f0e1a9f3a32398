package dev.leadline.checkfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in one line why a text is no YAML, without the excerpt that the parser's message has. */
final class SyntaxProblem {

  private SyntaxProblem() {}

  /** What the parser found. */
  static UnreadableException of(IOException refused) {
    if (refused.getCause() instanceof MarkedYAMLException marked) {
      String problem = Optional.ofNullable(marked.getProblem()).orElse(marked.getContext());
      return unreadable(
          Stream.of(marked.getProblemMark(), marked.getContextMark())
              .flatMap(Stream::ofNullable)
              .findFirst()
              .map(SyntaxProblem::mark)
              .orElse(Mark.START),
          StandIns.back(problem, false));
    }
    if (refused.getCause() instanceof ReaderException unprintable) {
      return unreadable(
          Mark.START,
          String.format(
              Locale.ROOT,
              "its character %d, U+%04X, is not allowed",
              unprintable.getPosition() + 1,
              unprintable.getCodePoint()));
    }
    if (refused.getCause() instanceof NumberFormatException) {
      return unreadable(Mark.START, "an escape \\U has a number that no character has");
    }
    return unreadable(Mark.START, message(refused));
  }

  /** Where that is, counted from one. */
  static Mark mark(org.yaml.snakeyaml.error.Mark mark) {
    return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String message(IOException refused) {
    return refused instanceof JsonProcessingException problem
        ? problem.getOriginalMessage()
        : refused.getMessage();
  }

  private static UnreadableException unreadable(Mark mark, String problem) {
    return new UnreadableException(mark, "cannot be read as YAML: " + problem);
  }
}
