package dev.leadline.event;

import java.util.List;
import java.util.Objects;

/**
 * What an interpreter can run of a source file.
 *
 * @param statements in their order
 * @param branches the statements that decide which one runs next
 * @param functions those with a {@code def}
 */
public record ExecutableFile(
    List<Statement> statements, List<Branch> branches, List<Function> functions) {

  public ExecutableFile {
    statements = List.copyOf(statements);
    branches = List.copyOf(branches);
    functions = List.copyOf(functions);
  }

  /**
   * A statement, or the header of a compound one.
   *
   * @param first its first line, by which it is named
   * @param last its last line
   */
  public record Statement(int first, int last) {}

  /**
   * A statement with several ways out, exceptions left out.
   *
   * @param line the first line of the statement
   * @param ways of each way the lines at which what runs next may be reported, the likeliest first;
   *     the negative of a code object's first line is its end
   */
  public record Branch(int line, List<List<Integer>> ways) {
    public Branch {
      ways = ways.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A function.
   *
   * @param first its first line, that of a decorator where it has one
   * @param line that of its {@code def}; up to 3.7 the same as {@code first}
   * @param name its qualified name
   */
  public record Function(int first, int line, String name) {
    public Function {
      Objects.requireNonNull(name, "name");
    }
  }
}
