package dev.leadline.check.expect.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.check.expect.ExpectationCase;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.across.FasterThan.Ratios;
import dev.leadline.event.Recording;
import dev.leadline.run.RunSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FasterThanTest extends ExpectationCase {

  /** Counts its runs, and says if it was traced. */
  private static final String COUNTED =
      """
      import sys
      with open('runs.txt', 'a') as runs:
          runs.write('%s %s|' % (sys._getframe().f_back is not None, sys.argv[1:]))
      """;

  @Test
  void bothRunUntracedInTurnsAfterOnePairThatDoesNotCount() throws IOException {
    Files.writeString(directory.resolve("other.py"), COUNTED.replace("%s %s|", "other %s %s|"));

    Verdict verdict = exposed.judged(against("other.py", 1_000, 2), COUNTED);

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.HOLDS);
    assertThat(verdict.message())
        .matches(
            "\\d+\\.\\d\\d of 'other.py' \\(\\d+\\.\\d\\d to \\d+\\.\\d\\d, 2 pairs\\);"
                + " allowed 1000.00 and 10% of noise");
    assertThat(Files.readString(directory.resolve("runs.txt")))
        .isEqualTo("True []|" + "False []|other False []|".repeat(3));
  }

  @Test
  void whatIsSlowerFails() throws IOException {
    Files.writeString(directory.resolve("other.py"), "pass\n");
    Verdict verdict = exposed.judged(against("other.py", 0.000_1, 1), "print(1)");
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAILS);
    assertThat(verdict.message()).endsWith("1 pair); allowed 0.00 and 10% of noise");
  }

  @Test
  void timesOfProgramsThatEndOtherwiseAreNotCompared() throws IOException {
    Files.writeString(directory.resolve("other.py"), "import sys; sys.exit(2)\n");
    assertThat(exposed.judged(against("other.py", 1, 1), "print(1)"))
        .isEqualTo(
            Verdict.unknown("exit status 0, and 2 of 'other.py': their times cannot be compared"));
  }

  @Test
  void oneThatHangsIsStoppedWithAllThatItStarted() throws IOException {
    Files.writeString(
        directory.resolve("other.py"),
        """
        import os, subprocess, sys
        wait = 'import time; time.sleep(600)'
        subprocess.Popen([sys.executable, '-c', wait, os.getcwd()]).wait()
        """);
    FasterThan hanging =
        new FasterThan(
            "other.py",
            program("other.py").toBuilder().timeout(Optional.of(Duration.ofMillis(1_500))).build(),
            1,
            1,
            0);

    assertThat(exposed.judged(hanging, "print(1)"))
        .isEqualTo(Verdict.unknown("'other.py' ran out of time"));
    assertThat(ProcessHandle.allProcesses().filter(this::runsInTheDirectory)).isEmpty();
  }

  /** Whether an argument of the process is the directory, as one of the child is. */
  private boolean runsInTheDirectory(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(List::of)
        .orElse(List.of())
        .contains(directory.toString());
  }

  @Test
  void theMedianStandsForAll() {
    assertThat(of(0.9, 5, 0.97).text("old")).isEqualTo("0.97 of 'old' (0.90 to 5.00, 3 pairs)");
    assertThat(of(0.9, 0.92).median()).isEqualTo(0.91);
  }

  @Test
  void figuresAreWithinReason() {
    assertThat(against("old", 1, 1).title()).isEqualTo("faster than old");
    assertThat(against("old", 0.5, 1).title()).isEqualTo("at most 0.50 of the time of old");
    assertThatThrownBy(() -> against("old", 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> against("old", 1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Ratios of(double... values) {
    Ratios ratios = new Ratios();
    DoubleStream.of(values).forEach(ratios::add);
    return ratios;
  }

  private FasterThan against(String file, double ratio, int repetitions) {
    return new FasterThan(file, program(file), ratio, repetitions, 0.1);
  }

  private RunSpec program(String file) {
    return exposed.run(Recording.USUAL, file).spec();
  }
}
