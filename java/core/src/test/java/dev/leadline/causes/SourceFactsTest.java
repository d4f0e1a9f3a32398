package dev.leadline.causes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.causes.SourceFacts.Fact;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceFactsTest {

  private static final SourceFacts FACTS =
      SourceFacts.read(
              List.of(
                  "def 1 9 f",
                  "many 2 6 -",
                  "many 4 4 -",
                  "pass 4 4 -",
                  "of_a_newer_script 5 5 -",
                  "waited_for 6 6 work",
                  "end"))
          .orElseThrow();

  @Test
  void whatIsAtALineIsKnown() {
    assertThat(FACTS.has(FactKind.PASS, 4)).isTrue();
    assertThat(FACTS.has(FactKind.PASS, 5)).isFalse();
    assertThat(FACTS.hasAny(Set.of(FactKind.PASS, FactKind.WITH), 4)).isTrue();
    assertThat(FACTS.hasAny(Set.of(FactKind.WITH), 4)).isFalse();
  }

  @Test
  void theInnermostIsTheShortest() {
    assertThat(FACTS.innermost(FactKind.MANY, 4)).contains(new Fact(FactKind.MANY, 4, 4, "-"));
    assertThat(FACTS.innermost(FactKind.MANY, 5)).contains(new Fact(FactKind.MANY, 2, 6, "-"));
    assertThat(FACTS.innermost(FactKind.MANY, 7)).isEmpty();
  }

  @Test
  void functionsAreKnownByNameAndLine() {
    assertThat(FACTS.defines("f", 1)).isTrue();
    assertThat(FACTS.defines("f", 2)).isFalse();
    assertThat(FACTS.defines("g", 1)).isFalse();
    assertThat(FACTS.named(FactKind.WAITED_FOR, "work")).isPresent();
    assertThat(FACTS.named(FactKind.WAITED_FOR, "f")).isEmpty();
  }

  @Test
  void anAnswerThatIsCutShortIsNone() {
    assertThat(SourceFacts.read(List.of("pass 4 4 -"))).isEmpty();
    assertThat(SourceFacts.read(List.of("end"))).isEmpty();
    assertThat(SourceFacts.read(List.of())).isEmpty();
  }
}
