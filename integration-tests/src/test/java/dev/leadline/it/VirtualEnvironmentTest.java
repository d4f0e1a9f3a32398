package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A program in a virtual environment, whose path has blanks, finds the same traced as plain. */
class VirtualEnvironmentTest {

  private static final String PROGRAM =
      """
      import os, subprocess, sys, installed

      def environment():
          return sys.prefix != sys.base_prefix, sys.prefix, sys.executable

      print(environment(), installed.__file__)
      print(subprocess.check_output([sys.executable, "-c", "import sys; print(sys.prefix)"]))
      """;

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> tracedEqualsPlain() {
    return Interpreters.releases().stream()
        .map(
            python -> DynamicTest.dynamicTest(python.version().toString(), () -> areEqual(python)));
  }

  private static void areEqual(Interpreter python) throws IOException {
    Path directory = Files.createDirectory(work.resolve("of " + python.version()));
    Outcome made =
        Run.process(
            directory,
            List.of(python.executable().toString(), "-m", "venv", "--without-pip", "an env"));
    assertThat(made.status()).as(made.errText()).isZero();
    // an interpreter that was moved may not find its library from there
    Files.writeString(packages(directory.resolve("an env/lib")).resolve("installed.py"), "");
    Files.writeString(directory.resolve("main.py"), PROGRAM);
    String inside = directory.resolve("an env/bin/python").toString();

    Sandbox.needs(List.of(inside, "-c", "import os, sys; os.execvp(sys.argv[1], sys.argv[1:])"));
    Outcome plain = Run.process(directory, List.of(inside, "main.py"));
    Outcome traced =
        Run.leadline(
            directory,
            List.of(
                "trace",
                "--quiet",
                "--follow",
                "--format",
                "trace",
                "-o",
                "run.trace",
                "--python",
                inside,
                "main.py"));

    assertThat(plain.outText()).startsWith("(True, ").contains("site-packages/installed.py");
    assertThat(traced).isEqualTo(plain);
  }

  /** The directory of site-packages, whose parent is named after the version. */
  private static Path packages(Path lib) throws IOException {
    try (Stream<Path> versions = Files.list(lib)) {
      return versions.findFirst().orElseThrow().resolve("site-packages");
    }
  }
}
