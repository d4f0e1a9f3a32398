package dev.leadline.run;

import dev.leadline.run.Runner.RunnerException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command line of a runner as its user writes it, with places for the program: {@code uvicorn
 * {module}:app}. Without any, the program and its arguments stand at the end.
 */
public final class RunnerTemplate {

  private static final String PROGRAM = "{}";
  private static final String MODULE = "{module}";
  private static final String ARGUMENTS = "{args}";
  private static final String KNOWN =
      "known are {} (the program), {module} and {args}; a brace is written {{ or }}";

  /** A doubled brace, a placeholder, or a brace that is neither. */
  private static final Pattern PIECE = Pattern.compile("\\{\\{|}}|\\{([^{}]*)}|[{}]");

  private final List<String> words;

  /** The template with these words, a blank between each. */
  public RunnerTemplate(List<String> words) {
    this.words = new ArrayList<>(words);
    if (words.stream().noneMatch(RunnerTemplate::hasPlaceholder)) {
      this.words.addAll(List.of(PROGRAM, ARGUMENTS));
    }
  }

  /**
   * The command line for that program.
   *
   * @param module gives the program's name as a module; asked only where the template wants it
   * @throws RunnerException where a placeholder is unknown or cannot be replaced, or the program's
   *     arguments have no place
   */
  public List<String> commandLine(Program program, ModuleName module) throws RunnerException {
    List<String> line = new ArrayList<>();
    for (String word : words) {
      if (word.equals(ARGUMENTS)) {
        line.addAll(program.arguments());
      } else {
        line.add(replaced(word, program, module));
      }
    }
    if (!program.arguments().isEmpty() && words.stream().noneMatch(w -> w.contains(ARGUMENTS))) {
      throw new RunnerException(
          "no {args} says where the arguments of " + program.target() + " belong");
    }
    return line;
  }

  private static boolean hasPlaceholder(String word) {
    return PIECE.matcher(word).results().anyMatch(piece -> piece.group(1) != null);
  }

  private static String replaced(String word, Program program, ModuleName module)
      throws RunnerException {
    StringBuilder text = new StringBuilder();
    Matcher pieces = PIECE.matcher(word);
    while (pieces.find()) {
      pieces.appendReplacement(text, Matcher.quoteReplacement(value(pieces, program, module)));
    }
    return pieces.appendTail(text).toString();
  }

  private static String value(Matcher pieces, Program program, ModuleName module)
      throws RunnerException {
    String piece = pieces.group();
    return switch (piece) {
      case "{{" -> "{";
      case "}}" -> "}";
      case PROGRAM -> program.target();
      case MODULE -> module.of(program);
      case ARGUMENTS -> String.join(" ", program.arguments());
      default -> throw new RunnerException("there is no placeholder " + piece + "; " + KNOWN);
    };
  }
}
