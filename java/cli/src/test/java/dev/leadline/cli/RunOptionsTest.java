package dev.leadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.cli.option.ValueOptions;
import dev.leadline.cli.output.RunWarnings;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Recording;
import dev.leadline.event.SecretNames;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.PythonVersion;
import dev.leadline.run.InterpreterArguments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The options whose effect is in the traced process alone. */
class RunOptionsTest {

  @Test
  void valuesAreRedactedByTheBuiltInNamesAndThoseThatAreAdded() {
    Recording recording =
        values("--values", "args,return", "--values=locals", "--redact", "card*", "--redact=key");

    assertThat(recording.values())
        .containsExactlyInAnyOrder(ValueKind.ARGS, ValueKind.LOCALS, ValueKind.RETURN);
    assertThat(recording.redact())
        .startsWith(SecretNames.GLOBS.toArray(String[]::new))
        .endsWith("card*")
        .doesNotHaveDuplicates();
  }

  @Test
  void theBuiltInNamesCanBeLeftOut() {
    assertThat(values("--values=args", "--no-redact").redact()).isEmpty();
    assertThat(values("--values=args", "--no-redact", "--redact=pin").redact())
        .containsExactly("pin");
  }

  @Test
  void withoutValuesTheProgramsArgumentsAreRedacted() {
    assertThat(values()).isEqualTo(Recording.USUAL);
    assertThat(values().redact()).isEqualTo(SecretNames.GLOBS);
    assertThat(values("--redact=pin").redact()).endsWith("pin");
  }

  private static Recording values(String... args) {
    return CommandLine.populateCommand(new ValueOptions(), args).over(Recording.USUAL);
  }

  @Test
  void someInterpretersComeWithACaution() {
    assertThat(RunWarnings.of(interpreter("final", false))).isEmpty();
    assertThat(RunWarnings.of(interpreter("candidate", false)))
        .singleElement()
        .asString()
        .contains("CPython 3.15.0rc1 is a pre-release");
    assertThat(RunWarnings.of(interpreter("final", true)))
        .singleElement()
        .asString()
        .contains("CPython 3.15.0 is a free-threaded build");
    assertThat(RunWarnings.of(interpreter("beta", true))).hasSize(2);
  }

  private static Interpreter interpreter(String level, boolean freeThreaded) {
    int serial = level.equals("final") ? 0 : 1;
    return new Interpreter(
        Path.of("/p/python"),
        new PythonVersion(3, 15, 0, level, serial),
        "cpython",
        "/p/python",
        "/p",
        "/p",
        freeThreaded);
  }

  @Test
  void optionsOfAnInterpreterPassUnlessNoProgramWouldRun() {
    for (String option :
        List.of(
            "-O",
            "-OO",
            "-I",
            "-Es",
            "-X utf8",
            "-Xdev",
            "-W error",
            "-Wxh",
            "-b",
            "--check-hash-based-pycs always")) {
      assertThat(InterpreterArguments.refusal(List.of(option.split(" ")))).as(option).isEmpty();
    }
    for (String option : List.of("-?", "-VV", "--help-all", "-m", "-", "--cwd", "O")) {
      assertThat(InterpreterArguments.refusal(List.of(option))).as(option).isPresent();
    }
  }
}
