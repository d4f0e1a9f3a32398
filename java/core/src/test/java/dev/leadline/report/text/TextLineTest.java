package dev.leadline.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.text.TextLine.Tone;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TextLineTest {

  @Test
  void escapesAsPythonWould() {
    assertThat(TerminalText.escape("a\n\t\u001b[0m\u0085\u202e\u2028\udc80 é日😀\udb40\udc41"))
        .isEqualTo("a\\n\\t\\x1b[0m\\x85\\u202e\\u2028\\udc80 é日😀\\U000e0041");
  }

  @Test
  void cutsBetweenWholeLettersAndCountsWideOnesTwice() {
    assertThat(line(8).add("日本語の名前").text()).isEqualTo("日本...");
    assertThat(line(12).add("日本語の名前").text()).isEqualTo("日本語の名前");
    assertThat(line(6).add("a😀😀😀").text()).isEqualTo("a😀...");
    assertThat(line(2).add("abcdef").text()).isEqualTo("..");
    assertThat(line(0).add("x".repeat(500)).text()).hasSize(500);
  }

  @Test
  void closesEveryColourThatItOpens() {
    TextLine line = new TextLine(new ReportStyle(true, 9));
    line.add("abcd", Tone.STRONG).add("efghij", Tone.ALARM).add("kl", Tone.FAINT);

    assertThat(line.text()).isEqualTo("\u001b[1mabcd\u001b[0m\u001b[31mef\u001b[0m...");
  }

  @Test
  void writesTimesWithThreeDigits() {
    assertThat(
            LongStream.of(0, 999, 1000, 12_345, 999_499, 1_000_000, 59_900_000, 3_200_000_000L)
                .mapToObj(HumanTime::of))
        .containsExactly(
            "0 ns", "999 ns", "1.00 us", "12.3 us", "999 us", "1.00 ms", "59.9 ms", "3.20 s");
  }

  @Test
  void aWrappedLineIsWhole() {
    TextLine line = line(20).add("  left  ").add("returned; saw a ValueError").add(" in line 7");

    assertThat(line.wrapped(8))
        .isEqualTo("  left  returned;\n        saw a\n        ValueError\n        in line 7");
    assertThat(line(0).add("as long as it is").wrapped(2)).isEqualTo("as long as it is");
    assertThat(line(4).add("unbreakable word").wrapped(2)).isEqualTo("unbreakable\n  word");
    assertThat(new TextLine(new ReportStyle(true, 9)).add("one two three", Tone.STRONG).wrapped(1))
        .isEqualTo("\u001b[1mone two\u001b[0m\n\u001b[1m three\u001b[0m");
  }

  private static TextLine line(int width) {
    return new TextLine(new ReportStyle(false, width));
  }
}
