package dev.leadline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.cli.option.Converters;
import dev.leadline.cli.option.ProgramEnvironment;
import dev.leadline.cli.output.Terminal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPartsTest {

  @ParameterizedTest
  @CsvSource({
    "30s, PT30S",
    "2m, PT2M",
    "1h, PT1H",
    "500ms, PT0.5S",
    "45, PT45S",
    "1.5s, PT1.5S",
    "0.5m, PT30S"
  })
  void durations(String text, Duration duration) {
    assertThat(new Converters.Durations().convert(text)).isEqualTo(duration);
  }

  @Test
  void whatTheLauncherChangedIsTakenBack() {
    Map<String, String> environment =
        Map.of(
            "LEADLINE_USER_LC_ALL", "=ru_RU.KOI8-R",
            "LEADLINE_USER_PWD", "",
            "LEADLINE_USER_EMPTY", "=",
            "OTHER", "x");

    assertThat(ProgramEnvironment.changes(environment))
        .containsOnly(
            Map.entry("LC_ALL", Optional.of("ru_RU.KOI8-R")),
            Map.entry("PWD", Optional.empty()),
            Map.entry("EMPTY", Optional.of("")),
            Map.entry("LEADLINE_USER_LC_ALL", Optional.empty()),
            Map.entry("LEADLINE_USER_PWD", Optional.empty()),
            Map.entry("LEADLINE_USER_EMPTY", Optional.empty()));
  }

  @Test
  void bytesThatAreNoTextArePassedOnAsPythonWritesThem() {
    byte[] commandLine = "java\0-jar\0x\0trace\0a\u00ff\u00e9\0z\0".getBytes(ISO_8859_1);
    String[] args = {"trace", "a\ufffd\ufffd", "z"};

    assertThat(RawArguments.restore(args, commandLine))
        .containsExactly("trace", "a\udcff\udce9", "z");
  }

  @Test
  void textStaysTextAndAnotherCommandLineIsNotOurs() {
    byte[] commandLine = "java\0\u0436\ufffd\0".getBytes(UTF_8);

    assertThat(RawArguments.restore(new String[] {"\u0436\ufffd"}, commandLine))
        .containsExactly("\u0436\ufffd");
    assertThat(RawArguments.restore(new String[] {"other\ufffd"}, commandLine))
        .containsExactly("other\ufffd");
    assertThat(RawArguments.restore(new String[] {"a", "b", "c"}, commandLine))
        .containsExactly("a", "b", "c");
  }

  @Test
  void colourIsForTerminalsThatHaveItUnlessTheUserRefusesIt() {
    assertThat(Terminal.wantsColour(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.wantsColour(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
    assertThat(Terminal.wantsColour(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.wantsColour(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.wantsColour(Map.of())).isFalse();
  }

  @Test
  void widthIsTheUsersOrTheTerminalsOrAUsualOne() {
    assertThat(Terminal.width(Map.of("COLUMNS", "72"), "24 80")).isEqualTo(72);
    assertThat(Terminal.width(Map.of("COLUMNS", "wide"), "24 80")).isEqualTo(80);
    assertThat(Terminal.width(Map.of(), "24 200")).isEqualTo(200);
    assertThat(Terminal.width(Map.of(), "0 0")).isEqualTo(100);
    assertThat(Terminal.width(Map.of(), "")).isEqualTo(100);
  }
}
