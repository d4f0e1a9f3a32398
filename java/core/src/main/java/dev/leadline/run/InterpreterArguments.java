package dev.leadline.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which options of an interpreter cannot be passed on to it, and why. */
public final class InterpreterArguments {

  private static final String NONE = "is no option such as -O or '-X utf8'";
  private static final String RUNS_NOTHING =
      "cannot be passed on: with it the interpreter runs no program";
  private static final String OURS =
      "cannot be passed on: what is to be run is said behind Leadline's own options";
  private static final String SKIPS =
      "cannot be passed on: it skips the first line of the program, which is not possible here";

  /** By letter, since several may stand behind one dash. */
  private static final Map<Character, String> LETTERS =
      Map.of(
          'V', RUNS_NOTHING,
          'h', RUNS_NOTHING,
          '?', RUNS_NOTHING,
          'c', OURS,
          'm', OURS,
          'x', SKIPS);

  /** Letters whose value is the rest of the token, or the next one. */
  private static final Set<Character> WITH_VALUE = Set.of('W', 'X');

  /** -E and -I ignore PYTHONPATH, and -S imports no sitecustomize. */
  private static final Set<Character> ISOLATING = Set.of('E', 'I', 'S');

  private static final String WORD_WITH_VALUE = "--check-hash-based-pycs";

  private static final Map<String, Optional<String>> WORDS =
      Map.of(
          "-",
          Optional.of(OURS),
          "--",
          Optional.of(OURS),
          "--version",
          Optional.of(RUNS_NOTHING),
          "--help",
          Optional.of(RUNS_NOTHING),
          "--help-env",
          Optional.of(RUNS_NOTHING),
          "--help-xoptions",
          Optional.of(RUNS_NOTHING),
          "--help-all",
          Optional.of(RUNS_NOTHING),
          WORD_WITH_VALUE,
          Optional.empty());

  private InterpreterArguments() {}

  /** The tokens of an option that was written as one text: its value is behind the first blank. */
  public static List<String> tokens(String text) {
    return Arrays.asList(text.strip().split("\\s+", 2));
  }

  /** What is wrong with an option, behind its name; empty if it can be passed on. */
  public static Optional<String> refusal(List<String> tokens) {
    String option = tokens.get(0);
    if (WORDS.containsKey(option)) {
      return WORDS.get(option);
    }
    if (!option.startsWith("-") || option.startsWith("--")) {
      return Optional.of(NONE);
    }
    return letters(option).stream().filter(LETTERS::containsKey).map(LETTERS::get).findFirst();
  }

  /**
   * The first option with which the interpreter does not find the agent. The agent asks the same of
   * the commands that a program starts, in {@code interpreter_options.py}.
   *
   * @param tokens options that can be passed on, each value a token of its own or part of its
   *     option
   */
  public static Optional<String> isolating(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.startsWith("--")) {
        i += token.equals(WORD_WITH_VALUE) ? 1 : 0;
        continue;
      }
      List<Character> letters = letters(token);
      if (letters.stream().anyMatch(ISOLATING::contains)) {
        return Optional.of(token);
      }
      boolean lacksValue = letters.size() == token.length() - 1;
      i += lacksValue && WITH_VALUE.contains(letters.get(letters.size() - 1)) ? 1 : 0;
    }
    return Optional.empty();
  }

  /** The letters behind one dash, without a value. */
  private static List<Character> letters(String option) {
    List<Character> letters = new ArrayList<>();
    for (char letter : option.substring(1).toCharArray()) {
      letters.add(letter);
      if (WITH_VALUE.contains(letter)) {
        break;
      }
    }
    return letters;
  }
}
