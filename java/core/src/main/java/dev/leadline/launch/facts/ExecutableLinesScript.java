package dev.leadline.launch.facts;

import dev.leadline.event.ExecutableFile;
import dev.leadline.event.ExecutableFile.Branch;
import dev.leadline.event.ExecutableFile.Function;
import dev.leadline.event.ExecutableFile.Statement;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.launch.files.PrivateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final String BRANCHES = "branches";
  private static final String FUNCTIONS = "functions";
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
   * The statements that can run, in their order, for each file; empty for one that could not be
   * read or compiled.
   *
   * @param files absolute paths, none with a line break in it
   * @throws IOException if there was no answer in time, or no whole one
   */
  public List<Optional<List<Statement>>> ask(List<String> files) throws IOException {
    return ask(files, List.of()).stream().map(one -> one.map(ExecutableFile::statements)).toList();
  }

  /** The bytes of a source file. */
  public interface Content {
    byte[] read() throws IOException;
  }

  /**
   * As {@link #ask(List)}, with branches and functions, and of sources that need not be files here.
   */
  public List<Optional<ExecutableFile>> askWithBranches(List<Content> sources) throws IOException {
    try (PrivateDirectory directory = PrivateDirectory.ofThisJvm()) {
      List<String> files = new ArrayList<>();
      for (Content source : sources) {
        Path file = directory.path().resolve(files.size() + ".py");
        Files.write(file, source.read());
        files.add(file.toString());
      }
      return ask(files, List.of("--branches"));
    }
  }

  private List<Optional<ExecutableFile>> ask(List<String> files, List<String> options)
      throws IOException {
    String names = String.join("\n", files) + "\n";
    String about = files.size() == 1 ? files.get(0) : files.size() + " files";
    List<String> answer = script.ask(options, names.getBytes(StandardCharsets.UTF_8), about);
    if (answer.size() != files.size() + 1 || !answer.get(files.size()).equals(END)) {
      throw new IOException("the statements of " + about + " could not be found out");
    }
    List<Optional<ExecutableFile>> found = new ArrayList<>();
    for (String line : answer.subList(0, files.size())) {
      found.add(
          line.startsWith(STATEMENTS)
              ? Optional.of(file(List.of(line.split(" "))))
              : Optional.empty());
    }
    return found;
  }

  private static ExecutableFile file(List<String> words) throws IOException {
    int branches = words.indexOf(BRANCHES);
    int functions = words.lastIndexOf(FUNCTIONS);
    if (branches < 0 || functions < branches) {
      return new ExecutableFile(statements(words.subList(1, words.size())), List.of(), List.of());
    }
    return new ExecutableFile(
        statements(words.subList(1, branches)),
        words.subList(branches + 1, functions).stream().map(ExecutableLinesScript::branch).toList(),
        words.subList(functions + 1, words.size()).stream()
            .map(ExecutableLinesScript::function)
            .toList());
  }

  /** {@code 5:6,7/-1}. */
  private static Branch branch(String word) {
    String[] parts = word.split(":");
    List<List<Integer>> ways =
        Arrays.stream(parts[1].split("/"))
            .map(way -> Arrays.stream(way.split(",")).map(Integer::valueOf).toList())
            .toList();
    return new Branch(Integer.parseInt(parts[0]), ways);
  }

  /** {@code 1:3:Order.total}. */
  private static Function function(String word) {
    String[] parts = word.split(":", 3);
    return new Function(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
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
