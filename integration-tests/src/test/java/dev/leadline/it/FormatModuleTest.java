package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format whose module is in a jar beside the executable one, or is not. */
class FormatModuleTest {

  @TempDir Path work;
  private Path jar;
  private Path module;

  @BeforeEach
  void executableJarAlone() throws IOException {
    jar = Files.copy(Repository.JAR, work.toRealPath().resolve("leadline.jar"));
    module = jar.resolveSibling("leadline-parquet.jar");
    Files.writeString(work.resolve("app.py"), "print('ran')\ndef work():\n    pass\nwork()\n");
  }

  private Outcome leadline(String... args) {
    List<String> command = new ArrayList<>(List.of("java", "-jar", jar.toString()));
    command.addAll(List.of(args));
    return Run.process(work, command);
  }

  @Test
  void theFormatIsListedAndRefusedInOneLineBeforeTheProgramRuns() {
    Outcome outcome = leadline("trace", "-o", "x.parquet", "app.py");

    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.errText())
        .isEqualTo(
            "leadline: --format parquet is written by the module dev.leadline:leadline-parquet,"
                + " which is not on the class path, nor is there "
                + module
                + "\n");
    assertThat(work.resolve("x.parquet")).doesNotExist();
    assertThat(leadline("report", "--list-formats").out()).contains("\nparquet ");
  }

  @Test
  void otherFormatsDoNotOpenTheModule() throws IOException {
    Files.writeString(module, "no jar");

    Outcome outcome = leadline("trace", "-o", "x.ndjson", "app.py");

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(leadline("report", "x.ndjson", "--format", "ndjson").out())
        .contains("\"function\":\"work\"");
  }

  @Test
  void aModuleThatIsNoJarIsNoModule() throws IOException {
    Files.writeString(module, "no jar");

    Outcome outcome = leadline("trace", "-o", "x.parquet", "app.py");

    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.errText()).startsWith("leadline: --format parquet ").hasLineCount(1);
  }

  @Test
  void theFileIsWholeWhereTheModuleIsThere() throws IOException {
    Files.copy(Repository.JAR.resolveSibling("leadline-parquet.jar"), module);

    Outcome outcome = leadline("trace", "-o", "x.parquet", "app.py");

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.out()).isEqualTo("ran\n");
    byte[] file = Files.readAllBytes(work.resolve("x.parquet"));
    assertThat(file).startsWith('P', 'A', 'R', '1').endsWith('P', 'A', 'R', '1');
    assertThat(leadline("trace", "--format", "parquet", "app.py").errText())
        .contains("--format parquet needs -o FILE");
  }
}
