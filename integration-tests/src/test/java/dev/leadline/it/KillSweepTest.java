package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed at any moment, a run leaves no process, no temporary file, and a trace that can be read.
 * This is the bounded part; {@code kills/sweep.py} does as many kills as it is asked for.
 */
class KillSweepTest {

  private static final Path SWEEP = Repository.TESTS.resolve("kills/sweep.py");

  @TempDir Path work;

  @Test
  void nothingStaysAndTheTraceSaysHowItEnded() {
    sweep("--number", "14", "--seed", "1");
  }

  /** The seed is in the text of a failure. */
  @Test
  void norWithASeedThatWasNeverTried() {
    sweep("--number", "2");
  }

  private void sweep(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Interpreters.newest().executable().toString());
    command.addAll(List.of(SWEEP.toString(), "-j", "4", "--lag", "60"));
    command.addAll(List.of(options));
    for (Interpreter python : Interpreters.all()) {
      command.add(python.executable().toString());
    }
    Outcome outcome = Run.process(work, Dispositions.defaults(command));

    assertThat(outcome.errText()).isEmpty();
    assertThat(outcome.status()).as(outcome.outText()).isZero();
  }
}
