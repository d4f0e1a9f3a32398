package dev.leadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IgnoredSignalsTest {

  private static final List<String> COMMAND = List.of("/bin/sh", "app.sh");

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
    assertThat(new IgnoredSignals("100000000000006").restoredFor(COMMAND))
        .containsExactly("sh", "-c", "trap '' 2 3 57; exec \"$@\"", "sh", "/bin/sh", "app.sh");
  }

  @Test
  void signalsThatEveryRunIgnoresLeaveTheCommandAsItIs() {
    assertThat(new IgnoredSignals("0").restoredFor(COMMAND)).isEqualTo(COMMAND);
    assertThat(new IgnoredSignals("181001000").restoredFor(COMMAND)).isEqualTo(COMMAND);
  }

  @Test
  void aCommandThatCannotBeStartedStaysAsItIs() {
    List<String> missing = List.of("/nowhere/python3", "app.py");

    assertThat(new IgnoredSignals("2").restoredFor(missing)).isEqualTo(missing);
  }
}
