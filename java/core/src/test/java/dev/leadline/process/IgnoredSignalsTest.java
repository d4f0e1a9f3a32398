package dev.leadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IgnoredSignalsTest {

  private static final List<String> COMMAND = List.of("/bin/sh", "app.sh");
  private static final Map<String, Optional<String>> WITHOUT =
      Map.of("PWD", Optional.empty(), "OLDPWD", Optional.empty());

  @Test
  void theMaskIsTakenFromTheStatusOfTheProcess() {
    assertThat(IgnoredSignals.fromStatus("Name:\tjava\nSigIgn:\t0000000000004001\nSigCgt:\t2\n"))
        .isEqualTo("0000000000004001");
    assertThat(IgnoredSignals.fromStatus("Name:\tjava\n")).isEqualTo("0");
  }

  @Test
  void aBitIsTheSignalWithTheNextNumber() {
    IgnoredSignals signals = new IgnoredSignals("0000000000004001");

    assertThat(signals.contains("HUP")).isTrue();
    assertThat(signals.contains("TERM")).isTrue();
    assertThat(signals.contains("INT")).isFalse();
  }

  @Test
  void aCommandStartsWithTheSameSignalsIgnored() {
    assertThat(new IgnoredSignals("100000000000006").restoredFor(COMMAND, WITHOUT))
        .containsExactly(
            "sh",
            "-c",
            "trap '' 2 3 57; unset PWD; unset OLDPWD; exec \"$@\"",
            "sh",
            "/bin/sh",
            "app.sh");
  }

  /** Even where a shell takes it for wrong. */
  @Test
  void theEnvironmentStaysAsItIs() {
    Map<String, Optional<String>> environment =
        Map.of("PWD", Optional.of("/it's not here"), "OLDPWD", Optional.empty());

    assertThat(new IgnoredSignals("2").restoredFor(COMMAND, environment))
        .containsExactly(
            "sh",
            "-c",
            "trap '' 2; export PWD=\"$1\"; shift; unset OLDPWD; exec \"$@\"",
            "sh",
            "/it's not here",
            "/bin/sh",
            "app.sh");
  }

  @Test
  void signalsThatEveryRunIgnoresLeaveTheCommandAsItIs() {
    assertThat(new IgnoredSignals("0").restoredFor(COMMAND, Map.of())).isEqualTo(COMMAND);
    assertThat(new IgnoredSignals("181001000").restoredFor(COMMAND, Map.of())).isEqualTo(COMMAND);
  }

  @Test
  void aCommandThatCannotBeStartedStaysAsItIs() {
    List<String> missing = List.of("/nowhere/python3", "app.py");

    assertThat(new IgnoredSignals("2").restoredFor(missing, Map.of())).isEqualTo(missing);
  }
}
