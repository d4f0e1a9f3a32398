package dev.leadline.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void leavesLettersOfAllScriptsAsTheyAre() {
    assertThat(quoted("naïve 日本 😀 \u00a0")).isEqualTo("\"naïve 日本 😀 \u00a0\"");
  }

  @Test
  void escapesWhatJsonTerminalsAndLineReadersWouldActOn() {
    assertThat(quoted("a\"b\\c\n\r\t\u0000\u001b\u007f\u009b\u2028\u2029\u202e\u2066\u200f\ufeff"))
        .isEqualTo(
            "\"a\\\"b\\\\c\\n\\r\\t\\u0000\\u001b\\u007f\\u009b\\u2028\\u2029\\u202e\\u2066\\u200f"
                + "\\ufeff\"");
  }

  @Test
  void escapesHalfCharacters() {
    assertThat(quoted("a\udc80b\ud83d")).isEqualTo("\"a\\udc80b\\ud83d\"");
  }

  @Test
  void writesAsciiAloneForTheWire() {
    StringBuilder out = new StringBuilder();
    JsonText.ascii("é😀\udc80\u007f", out);

    assertThat(out).hasToString("\"\\u00e9\\ud83d\\ude00\\udc80\\u007f\"");
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    JsonText.quote(text, out);
    return out.toString();
  }
}
