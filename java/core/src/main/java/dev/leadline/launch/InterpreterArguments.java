package dev.leadline.launch;

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

  private static final Map<String, Optional<String>> WORDS =
      Map.of(
          "-", Optional.of(OURS),
          "--", Optional.of(OURS),
          "--version", Optional.of(RUNS_NOTHING),
          "--help", Optional.of(RUNS_NOTHING),
          "--help-env", Optional.of(RUNS_NOTHING),
          "--help-xoptions", Optional.of(RUNS_NOTHING),
          "--help-all", Optional.of(RUNS_NOTHING),
          "--check-hash-based-pycs", Optional.empty());

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

  /** Whether the interpreter does not find the agent with this option. */
  static boolean isolates(String option) {
    return option.startsWith("-")
        && !option.startsWith("--")
        && letters(option).stream().anyMatch(ISOLATING::contains);
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
