package dev.leadline.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "*,              anything/at all,   true",
    "shop.*,         shop.orders,       true",
    "shop.*,         shop,              false",
    "*/tests/*,      /a/b/tests/c/d.py, true",
    "test_?.py,      test_a.py,         true",
    "test_?.py,      test_ab.py,        false",
    "[abc]x,         bx,                true",
    "[abc]x,         dx,                false",
    "[a-c]x,         bx,                true",
    "[!a-c]x,        bx,                false",
    "[!a-c]x,        dx,                true",
    "[]x]y,          ]y,                true",
    "[a-]x,          -x,                true",
    "[^a]x,          ^x,                true",
    "[&&a]x,         &x,                true",
    "[\\d]x,         5x,                false",
    "a.c,            abc,               false",
    "App,            app,               false",
    "ab,             abc,               false",
    "(a|b)+,         a,                 false",
    "?,              😀,                 true",
    "<lambda>,       <lambda>,          true",
    "модуль.*,       модуль.часть,      true"
  })
  void matchesAsTheProtocolHasIt(String glob, String text, boolean expected) {
    assertThat(Glob.compile(glob).matches(text)).isEqualTo(expected);
  }

  @Test
  void matchesAcrossNewlinesInNames() {
    assertThat(Glob.compile("a*b").matches("a\n\nb")).isTrue();
  }

  @Test
  void takesNoLongerThanTheProductOfTheLengths() {
    String name = "a".repeat(5_000);

    // a regular expression with this many stars would not end
    assertThat(Glob.compile("*a".repeat(200) + "*b").matches(name)).isFalse();
    assertThat(Glob.compile("*a".repeat(200) + "*").matches(name)).isTrue();
  }

  @Test
  void quotesNoMoreThanTheBeginningOfALongGlob() {
    assertThatThrownBy(() -> Glob.compile("[".repeat(4_000)))
        .isInstanceOf(BadGlobException.class)
        .hasMessage("the [ in the glob '%s...' is never closed by a ]", "[".repeat(80));
    assertThatThrownBy(() -> Glob.compile("x".repeat(5_001)))
        .isInstanceOf(BadGlobException.class)
        .hasMessage("the glob '%s...' is longer than 5000 characters", "x".repeat(80));
  }

  @Test
  void saysWhatIsWrongWithAGlob() {
    assertThatThrownBy(() -> Glob.compile("src/[abc"))
        .isInstanceOf(BadGlobException.class)
        .hasMessage("the [ in the glob 'src/[abc' is never closed by a ]");
    assertThatThrownBy(() -> Glob.compile("[z-a]"))
        .isInstanceOf(BadGlobException.class)
        .hasMessage("the range z-a in the glob '[z-a]' runs backwards");
    assertThatThrownBy(() -> Glob.compile(""))
        .isInstanceOf(BadGlobException.class)
        .hasMessage("a glob is empty; use * to match everything");
  }
}
