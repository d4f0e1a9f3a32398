package dev.leadline.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.filter.Glob.BadGlobException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GlobTest {

  /** The agent's test reads the same cases. */
  private static final Path CASES = Path.of("../../python-agent/tests/globs.json");

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (JsonNode one : new ObjectMapper().readTree(CASES.toFile())) {
      cases.add(arguments(one.get(0).asText(), one.get(1).asText(), one.get(2).asBoolean()));
    }
    assertThat(cases).hasSizeGreaterThan(50);
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void matchesAsTheProtocolHasIt(String glob, String text, boolean expected) {
    assertThat(Glob.compile(glob).matches(text)).isEqualTo(expected);
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
