package dev.leadline.launch;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Asks an interpreter which lines of source files it can run; it compiles and does not run them.
 */
public final class ExecutableLinesScript {

  private static final int PATIENCE_SECONDS = 120;

  /** No source file has more lines, and no answer is trusted that says so. */
  private static final int MOST_LINES = 10_000_000;

  private static final String LINES = "lines";
  private static final String END = "end";

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
   * The lines that can run, for each file; empty for one that could not be read or compiled.
   *
   * @param files absolute paths, none with a line break in it
   * @throws IOException if there was no answer in time, or no whole one
   */
  public List<Optional<BitSet>> ask(List<String> files) throws IOException {
    String names = String.join("\n", files) + "\n";
    String about = files.size() == 1 ? files.get(0) : files.size() + " files";
    List<String> answer = script.ask(List.of(), names.getBytes(StandardCharsets.UTF_8), about);
    if (answer.size() != files.size() + 1 || !answer.get(files.size()).equals(END)) {
      throw new IOException("the lines of " + about + " could not be found out");
    }
    List<Optional<BitSet>> lines = new ArrayList<>();
    for (String line : answer.subList(0, files.size())) {
      List<String> words = List.of(line.split(" "));
      boolean told = words.get(0).equals(LINES);
      lines.add(told ? Optional.of(lines(words.subList(1, words.size()))) : Optional.empty());
    }
    return lines;
  }

  private static BitSet lines(List<String> ranges) throws IOException {
    BitSet lines = new BitSet();
    for (String range : ranges) {
      String[] ends = range.split("-");
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (last > MOST_LINES) {
        throw new IOException("no source file has a line " + last);
      }
      lines.set(first, last + 1);
    }
    return lines;
  }
}
