package dev.leadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interpreters that come to an end in their {@code sitecustomize}, before the program starts. */
class EarlyEndTest {

  @TempDir Path directory;

  @BeforeEach
  void makeProgram() throws IOException {
    Files.writeString(directory.resolve("app.py"), "print('started')\n");
  }

  private CommandRun trace(String site, String... options) throws IOException {
    Files.writeString(directory.resolve("sitecustomize.py"), site);
    List<String> command = new ArrayList<>(List.of("trace", "--env", "PYTHONPATH=" + directory));
    command.addAll(List.of(options));
    command.add("app.py");
    CommandRun run = CommandRun.in(directory, command.toArray(new String[0]));
    assertThat(run.out).isEmpty();
    assertThat(run.err).contains("leadline: ").contains("before the program could start");
    return run;
  }

  @Test
  void aKilledProcessHasTheStatusOfAPlainRun() throws IOException {
    CommandRun run = trace("import os\nos.kill(os.getpid(), 15)\n");

    assertThat(run.status).isEqualTo(143);
    assertThat(run.err).contains("was killed by signal 15 (SIGTERM)");
  }

  @Test
  void whoseTimeIsUpHasTimedOut() throws IOException {
    CommandRun run = trace("import time\ntime.sleep(600)\n", "--timeout", "1s");

    assertThat(run.status).isEqualTo(124);
    assertThat(run.err).contains("was stopped since its time was up");
  }

  @Test
  void aProgramThatEndsByItselfCouldNotBeTraced() throws IOException {
    CommandRun run = trace("import os\nos._exit(0)\n");

    assertThat(run.status).isEqualTo(125);
    assertThat(run.err).contains("ended with status 0");
  }
}
