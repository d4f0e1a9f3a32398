package dev.leadline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Does once what is usually done, and shows nothing of it. A JVM that is started with {@code
 * -XX:ArchiveClassesAtExit} keeps the classes that this needs, and later ones start the faster.
 * Where there is no Python, it keeps what it came to.
 */
final class Rehearsal {

  private static final String CHECK =
      """
      runs:
        - code: |
            def step(n):
                return n
            print(step(1))
          expect:
            calls: {step: 1, missing: 0}
            order: [step]
            max-level: 3
      """;

  private Rehearsal() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createTempDirectory("leadline-");
    try {
      run(List.of("trace", "-c", "print(1)"), directory);
      Path file = Files.writeString(directory.resolve("leadline.yaml"), CHECK);
      run(List.of("check", file.toString()), directory);
      Files.delete(file);
    } finally {
      Files.delete(directory);
    }
    System.exit(0);
  }

  private static void run(List<String> arguments, Path directory) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Leadline.Outputs outputs = new Leadline.Outputs(nowhere, nowhere, nowhere, nowhere);
    Leadline.run(arguments, directory, System.getenv(), outputs);
  }
}
