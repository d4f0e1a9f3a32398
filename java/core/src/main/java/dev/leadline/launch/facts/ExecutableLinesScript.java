package dev.leadline.launch.facts;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks an interpreter which statements of source files it can run; it compiles and does not run
 * them.
 */
public final class ExecutableLinesScript {

  private static final int PATIENCE_SECONDS = 120;

  /** No source file has more lines, and no answer is trusted that says so. */
  private static final int MOST_LINES = 10_000_000;

  private static final String STATEMENTS = "statements";
  private static final String END = "end";

  /**
   * A statement, or the header of a compound one.
   *
   * @param first its first line, by which it is named
   * @param last its last line
   */
  public record Statement(int first, int last) {}

  private final FactsScript script;

  /**
   * One that asks this interpreter.
   *
   * @param pythonOptions of the program's run; those that optimise code away are taken over
   */
  public ExecutableLinesScript(Interpreter python, List<String> pythonOptions) {
    List<String> optimising =
        pythonOptions.stream().filter(option -> option.matches("-O+")).toList();
    this.script = new FactsScript(python, optimising, "executable_lines.py", PATIENCE_SECONDS);
  }

  /**
   * The statements that can run, in their order, for each file; empty for one that could not be
   * read or compiled.
   *
   * @param files absolute paths, none with a line break in it
   * @throws IOException if there was no answer in time, or no whole one
   */
  public List<Optional<List<Statement>>> ask(List<String> files) throws IOException {
    String names = String.join("\n", files) + "\n";
    String about = files.size() == 1 ? files.get(0) : files.size() + " files";
    List<String> answer = script.ask(names.getBytes(StandardCharsets.UTF_8), about);
    if (answer.size() != files.size() + 1 || !answer.get(files.size()).equals(END)) {
      throw new IOException("the statements of " + about + " could not be found out");
    }
    List<Optional<List<Statement>>> statements = new ArrayList<>();
    for (String line : answer.subList(0, files.size())) {
      List<String> words = List.of(line.split(" "));
      statements.add(
          words.get(0).equals(STATEMENTS)
              ? Optional.of(statements(words.subList(1, words.size())))
              : Optional.empty());
    }
    return statements;
  }

  private static List<Statement> statements(List<String> words) throws IOException {
    List<Statement> statements = new ArrayList<>();
    for (String word : words) {
      String[] ends = word.split("-");
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (last > MOST_LINES) {
        throw new IOException("no source file has a line " + last);
      }
      statements.add(new Statement(first, last));
    }
    return statements;
  }
}
