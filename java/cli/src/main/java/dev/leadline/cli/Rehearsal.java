package dev.leadline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Does once what is usually done, and shows nothing of it but what went wrong. A JVM that is
 * started with {@code -XX:ArchiveClassesAtExit} keeps the classes that this needs, and later ones
 * start the faster. Where there is no Python, it keeps what it came to.
 */
final class Rehearsal {

  private static final Map<String, String> FILES =
      Map.of(
          "program.py",
          """
      def step(n):
          return n
      def last(n):
          return step(n)
      print(last(1))
      """,
          "leadline.yaml",
          """
      defaults:
        python: [python3]
      runs:
        - program: program.py
          expect:
            calls: {step: 1, last: {at-least: 1}}
            never: {function: missing}
            order: [last, step]
            max-level: 3
            exit: 0
            stdout: stdout.txt
        - program: program.py
          args: [again]
          expect: {calls: {step: 1}}
      """,
          "plan.json",
          """
      {"runs": [{"program": "program.py", "expect": {"calls": {"step": 1}, "exit": 0}}]}
      """,
          "stdout.txt",
          "1\n");

  private Rehearsal() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createTempDirectory("leadline-");
    try {
      rehearse(directory);
    } finally {
      for (String file : FILES.keySet()) {
        Files.deleteIfExists(directory.resolve(file));
      }
      Files.delete(directory);
    }
    Main.main(new String[] {"check", "--help"});
  }

  private static void rehearse(Path directory) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
    run(List.of("trace", "program.py"), directory);
    run(List.of("check", "plan.json"), directory);
    run(List.of("check"), directory);
  }

  private static void run(List<String> arguments, Path directory) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Leadline.Outputs outputs = new Leadline.Outputs(said, said, said, said);
    if (Leadline.run(arguments, directory, System.getenv(), outputs).status() != 0) {
      System.err.writeBytes(said.toByteArray());
    }
  }
}
