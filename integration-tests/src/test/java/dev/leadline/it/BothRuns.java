package dev.leadline.it;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One program under the oracle and under Leadline. */
final class BothRuns {

  private BothRuns() {}

  /**
   * Runs it under the raw recorder.
   *
   * @param what {@code all} or {@code user}
   */
  static Outcome record(String what, Interpreter python, TestProgram program, Path out) {
    return record(what, python, Map.of(), program, out);
  }

  /** The same with these variables besides ours. */
  static Outcome record(
      String what,
      Interpreter python,
      Map<String, String> variables,
      TestProgram program,
      Path out) {
    List<String> command = new ArrayList<>();
    command.add(python.executable().toString());
    command.add(Repository.RECORDER.toString());
    command.addAll(List.of(what, out.toString(), program.kind(), program.target()));
    command.addAll(program.args());
    return Run.process(program.directory(), new byte[0], variables, command);
  }

  /**
   * Runs programs under the raw recorder, which records {@code all} of each, in one start of the
   * interpreter.
   *
   * @param outs where it writes that
   */
  static void recordEach(Interpreter python, Map<TestProgram, Path> outs, Path list)
      throws IOException {
    List<String> lines = new ArrayList<>();
    outs.forEach(
        (program, out) -> {
          List<String> words = new ArrayList<>();
          words.addAll(List.of(program.directory().toString(), out.toString()));
          words.addAll(List.of(program.kind(), program.target()));
          words.addAll(program.args());
          lines.add(String.join("\t", words));
        });
    Files.write(list, lines);
    Run.process(
        list.getParent(),
        List.of(
            python.executable().toString(),
            Repository.RECORDER.toString(),
            "each",
            list.toString()));
  }

  /**
   * Runs it under Leadline with everything of a scope recorded, also on the module's level; what is
   * written is flat events.
   */
  static Outcome trace(
      String scope, Interpreter python, TestProgram program, Path out, String... options) {
    return trace(scope, "ndjson", python, program, out, options);
  }

  /** The same, stored, for reports. */
  static Outcome store(Interpreter python, TestProgram program, Path out, String... options) {
    return trace("user", "trace", python, program, out, options);
  }

  private static Outcome trace(
      String scope,
      String format,
      Interpreter python,
      TestProgram program,
      Path out,
      String... options) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("trace", "--quiet", "--format", format, "-o", out.toString()));
    command.addAll(List.of("--scope", scope, "--module-level"));
    command.addAll(List.of("--python", python.executable().toString()));
    command.addAll(List.of(options));
    command.addAll(program.commandLine());
    return Run.leadline(program.directory(), command);
  }
}
