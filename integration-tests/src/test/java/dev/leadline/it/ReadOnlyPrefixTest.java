package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * An interpreter whose prefix cannot be written, not even by root, runs a program and its child
 * traced as plain: Leadline puts nothing beside the interpreter.
 *
 * <p>The prefix is mounted on itself, read-only, in a mount namespace that the run has to itself.
 */
@Execution(ExecutionMode.CONCURRENT)
class ReadOnlyPrefixTest {

  private static final String READ_ONLY =
      """
      prefix=$1
      shift
      mount --bind "$prefix" "$prefix" && mount -o remount,ro,bind "$prefix" || exit 99
      unset PYTHONDONTWRITEBYTECODE
      exec "$@"
      """;

  private static final String PROGRAM =
      """
      import collections, errno, os, subprocess, sys, wsgiref.headers

      def attempt(name):
          try:
              os.close(os.open(os.path.join(sys.prefix, name), os.O_WRONLY | os.O_CREAT))
          except OSError as error:
              return errno.errorcode[error.errno]
          return "written"

      print(sys.prefix, sys.dont_write_bytecode, attempt("made-by-a-test"))
      child = "import wsgiref.util, sys; print(sys.prefix)"
      print(subprocess.check_output([sys.executable, "-c", child]).decode())
      """;

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> tracedEqualsPlain() {
    return Interpreters.all().stream()
        .map(
            python ->
                DynamicTest.dynamicTest(
                    Interpreters.version(python).toString(), () -> areEqual(python)));
  }

  private static void areEqual(Interpreter python) throws IOException {
    Sandbox.needs(Sandbox.MOUNTS);
    Path directory = Files.createDirectory(work.resolve("of " + Interpreters.version(python)));
    Files.writeString(directory.resolve("main.py"), PROGRAM);
    String executable = python.executable().toString();
    List<String> trace = new ArrayList<>(List.of("trace", "--quiet", "--follow"));
    trace.addAll(List.of("--format", "ndjson", "-o", "t.ndjson"));
    trace.addAll(List.of("--python", executable, "main.py"));

    Outcome plain = readOnly(python, directory, List.of(executable, "main.py"));
    Outcome traced = readOnly(python, directory, Launched.command(trace));

    assertThat(plain.status()).as(plain.errText()).isZero();
    assertThat(plain.out()).contains(" False EROFS\n");
    assertThat(traced).isEqualTo(plain);
    assertThat(TestProgram.text(directory.resolve("t.ndjson")))
        .contains("\"function\":\"attempt\"");
  }

  private static Outcome readOnly(Interpreter python, Path directory, List<String> command) {
    String prefix =
        Run.process(
                directory,
                List.of(python.executable().toString(), "-c", "import sys; print(sys.prefix)"))
            .outText()
            .strip();
    List<String> all = new ArrayList<>(Sandbox.MOUNTS);
    all.addAll(Arrays.asList("sh", "-c", READ_ONLY, "sh", prefix));
    all.addAll(command);
    return Run.process(directory, all);
  }
}
