package dev.leadline.it;

import dev.leadline.it.Interpreters.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a program says, in a comment, that the trace must hold of one of its lines. The syntax is in
 * {@code integration-tests/programs/README.md}.
 *
 * @param file the file of the line
 * @param line its number
 * @param what {@code calls}, {@code level}, {@code resumes}, {@code nodes}, {@code lines}, {@code
 *     raises} or {@code never}
 * @param value what stands behind the equals sign; empty for {@code never}
 */
record Expectation(Path file, int line, String what, String value) {

  private static final String MARK = "#: ";

  /** What a trace holds instead of what the files of its events say; empty where all is met. */
  static List<String> contradictions(Map<String, LineFacts> facts, Version version) {
    return facts.keySet().stream()
        .filter(file -> Files.exists(Path.of(file))) // others were made by exec
        .flatMap(file -> in(Path.of(file), version).stream())
        .map(wanted -> wanted.contradiction(facts.get(wanted.file().toString())))
        .filter(contradiction -> !contradiction.isEmpty())
        .toList();
  }

  /** Those of a file that apply to a version. */
  static List<Expectation> in(Path file, Version version) {
    return in(file, TestProgram.text(file), version);
  }

  /** Those of a file's text that apply to a version. */
  static List<Expectation> in(Path file, String text, Version version) {
    List<Expectation> found = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      int mark = line.indexOf(MARK);
      if (mark >= 0) {
        for (String clause : line.substring(mark + MARK.length()).split(";")) {
          addClause(found, file, number, clause.strip(), version);
        }
      }
    }
    return found;
  }

  private static void addClause(
      List<Expectation> found, Path file, int line, String clause, Version version) {
    List<String> words = Arrays.asList(clause.split("\\s+"));
    if (words.stream()
        .filter(word -> word.startsWith("@"))
        .allMatch(word -> Behaviour.holds(word.substring(1), version))) {
      for (String word : words) {
        if (!word.startsWith("@")) {
          String[] parts = word.split("=", 2);
          found.add(new Expectation(file, line, parts[0], parts.length > 1 ? parts[1] : ""));
        }
      }
    }
  }

  /** What the trace holds instead, or empty where the expectation is met. */
  String contradiction(LineFacts facts) {
    String actual =
        switch (what) {
          case "calls" -> Integer.toString(facts.calls(line));
          case "resumes" -> Integer.toString(facts.resumes(line));
          case "nodes" -> Integer.toString(facts.nodes(line));
          case "level" -> join(facts.levels(line));
          case "lines" -> Integer.toString(facts.lines(line));
          case "raises" ->
              facts.raised(line).contains(value) ? value : facts.raised(line).toString();
          case "never" -> facts.calls(line) + facts.lines(line) == 0 ? "" : "it ran";
          default -> throw new IllegalArgumentException("no such expectation: " + what);
        };
    return actual.equals(value)
        ? ""
        : file.getFileName() + ":" + line + ": expected " + what + " " + value + ", got " + actual;
  }

  private static String join(Set<Integer> levels) {
    return levels.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
