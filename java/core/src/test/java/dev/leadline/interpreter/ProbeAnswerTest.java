package dev.leadline.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Probed.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProbeAnswerTest {

  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private static Probed read(String out) {
    return ProbeAnswer.read(PYTHON, 0, out.replace('|', '\0'), "");
  }

  private static String reason(Probed probed) {
    assertThat(probed).isInstanceOf(Refusal.class);
    return ((Refusal) probed).reason();
  }

  @Test
  void readsACPython() {
    Probed probed =
        read("leadline-probe|3|13|0|final|0|cpython|t|/opt/py/bin/python|/venv|/opt/py");

    assertThat(probed)
        .isEqualTo(
            new Interpreter(
                PYTHON,
                new PythonVersion(3, 13, 0, "final", 0),
                "cpython",
                "/opt/py/bin/python",
                "/venv",
                "/opt/py",
                true));
  }

  @Test
  void takesAPreReleaseAndWhatIsPrintedBeforeTheAnswer() {
    Probed probed = read("hello from sitecustomize\nleadline-probe|3|15|0|beta|2|cpython||x|y|z");

    assertThat(probed).isInstanceOf(Interpreter.class);
    assertThat(((Interpreter) probed).preRelease()).isTrue();
    assertThat(((Interpreter) probed).freeThreaded()).isFalse();
  }

  @Test
  void refusesOldVersionsByTheirNumbersAlone() {
    assertThat(reason(read("leadline-probe|2|7|18|final|0|")))
        .isEqualTo("it is Python 2.7.18, and Leadline needs CPython 3.6 or newer");
    assertThat(reason(read("leadline-probe|3|5|10|final|0|cpython||x|y|z"))).contains("3.5.10");
  }

  @Test
  void refusesOtherImplementationsByTheirProperNames() {
    assertThat(reason(read("leadline-probe|3|9|18|final|0|pypy||x|y|z")))
        .isEqualTo("it is PyPy (Python 3.9.18), and Leadline needs CPython");
    assertThat(reason(read("leadline-probe|3|9|18|final|0|snek||x|y|z"))).contains("it is snek");
  }

  @Test
  void saysWhatCameInsteadOfAnAnswer() {
    assertThat(reason(read("\n  hello  \nworld")))
        .isEqualTo("it is not Python: it printed \"hello\"");
    assertThat(reason(ProbeAnswer.read(PYTHON, 1, "", "cat: invalid option\n")))
        .isEqualTo("it is not Python: it printed \"cat: invalid option\"");
    assertThat(reason(ProbeAnswer.read(PYTHON, 4, "", "")))
        .isEqualTo("it is not Python: it printed nothing and ended with status 4");
    assertThat(reason(read("x".repeat(5000)))).hasSizeLessThan(150);
    assertThat(reason(read("leadline-probe|3|12|1|final|0|cpy"))).contains("cut");
  }
}
