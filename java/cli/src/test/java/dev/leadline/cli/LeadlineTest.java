package dev.leadline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.cli.Leadline.Finished;
import dev.leadline.cli.Leadline.Outputs;
import dev.leadline.interpreter.TestPython;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as another program of this JVM has it. */
class LeadlineTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayOutputStream programOut = new ByteArrayOutputStream();
  private final ByteArrayOutputStream programErr = new ByteArrayOutputStream();

  private Finished run(String... words) {
    Outputs outputs = new Outputs(out, err, programOut, programErr);
    return Leadline.run(List.of(words), directory, TestPython.environment(), outputs);
  }

  @Test
  void theProgramHasStreamsOfItsOwnAndNothingOnStdin() {
    String code = "import sys; print(repr(sys.stdin.read())); print('e', file=sys.stderr)";

    Finished finished = run("trace", "-o", "t.ndjson", "-c", code);

    assertThat(finished).isEqualTo(new Finished(0, false));
    assertThat(programOut.toString(UTF_8).strip()).isEqualTo("''");
    assertThat(programErr.toString(UTF_8).strip()).isEqualTo("e");
    assertThat(out.size()).isZero();
    assertThat(err.toString(UTF_8)).startsWith("leadline: ").contains("t.ndjson");
    assertThat(directory.resolve("t.ndjson")).isNotEmptyFile();
  }

  @Test
  void aStatusOfTheProgramIsDistinguishedFromAComplaint() {
    assertThat(run("trace", "--quiet", "-c", "raise SystemExit(2)"))
        .isEqualTo(new Finished(2, false));
    assertThat(run("trace", "--no-such-option")).isEqualTo(new Finished(2, true));
    assertThat(run("trace", "--python", "no-such-python", "-c", "1"))
        .isEqualTo(new Finished(125, true));
  }
}
