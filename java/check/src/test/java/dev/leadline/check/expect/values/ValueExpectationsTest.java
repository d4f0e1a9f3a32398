package dev.leadline.check.expect.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.ExpectationCase;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Quantifier;
import dev.leadline.check.expect.Verdict;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Recording;
import dev.leadline.event.SecretNames;
import dev.leadline.filter.Glob;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What functions get and give. */
class ValueExpectationsTest extends ExpectationCase {

  private static final String SOURCE =
      """
      import asyncio

      def add(a, b=0, *, password=''):
          return a + b

      def fails(a):
          raise KeyError(a)

      def numbers():
          yield 1
          yield 2
          return 'over'

      async def waits():
          await asyncio.sleep(0)
          return 'done'

      add(40, 2)
      add(1, 2)
      try:
          fails(1)
      except KeyError:
          pass
      list(numbers())
      asyncio.new_event_loop().run_until_complete(waits())
      """;

  @Test
  void everyCallOrOneOfThemReturnsIt() throws IOException {
    assertThat(judged(returned("add", "42", Quantifier.EVER))).isEqualTo(Verdict.holds());
    assertThat(judged(returned("add", "[34]*", Quantifier.ALWAYS))).isEqualTo(Verdict.holds());

    Verdict always = judged(returned("add", "42", Quantifier.ALWAYS));
    assertThat(always.message()).isEqualTo("returned 3 in 1 of 2 calls, expected always 42");
    assertThat(always.detail())
        .containsExactly(
            "call 2 returned 3  app.py:4",
            "  add  app.py:3",
            "> add  app.py:3",
            "  fails  app.py:6  raised KeyError",
            "  numbers  app.py:9",
            "  (more)");
    assertThat(always.spot()).contains(new Place("app.py", 4));
    assertThat(judged(returned("add", "7", Quantifier.EVER)).message())
        .isEqualTo("never returned 7 in 2 calls, but 42");
  }

  @Test
  void whatAGeneratorOrCoroutineGivesLastIsItsReturn() throws IOException {
    assertThat(judged(returned("numbers", "'over'", Quantifier.ALWAYS))).isEqualTo(Verdict.holds());
    assertThat(judged(returned("waits", "'done'", Quantifier.ALWAYS))).isEqualTo(Verdict.holds());
  }

  @Test
  void whatDoesNotReturnDoesNotReturnIt() throws IOException {
    assertThat(judged(returned("fails", "*", Quantifier.ALWAYS)).message())
        .isEqualTo("called once and never returned, expected *");
    assertThat(judged(returned("ad", "*", Quantifier.ALWAYS)).message())
        .isEqualTo("not called, expected it to return *; did you mean add?");
  }

  @Test
  void anArgumentHasItsValue() throws IOException {
    assertThat(judged(argument("add", "b", "2", Quantifier.ALWAYS))).isEqualTo(Verdict.holds());

    Verdict verdict = judged(argument("add", "a", "40", Quantifier.ALWAYS));
    assertThat(verdict.message()).isEqualTo("got a 1 in 1 of 2 calls, expected always 40");
    assertThat(verdict.detail()).first().isEqualTo("call 2 got a 1  app.py:3");
    assertThat(judged(argument("add", "c", "1", Quantifier.EVER)).message())
        .isEqualTo("there is no argument c, expected it to be 1; there is a, b, password");
    assertThat(judged(argument("absent", "c", "1", Quantifier.EVER)).message())
        .isEqualTo("not called, expected c to be 1");
  }

  @Test
  void aSecretIsNotReported() throws IOException {
    assertThat(judged(argument("add", "password", "''", Quantifier.ALWAYS)))
        .isEqualTo(
            Verdict.unknown("its value is not recorded, since its name looks like a secret's"));
  }

  @Test
  void valuesThatAreRecordedAlreadyAreKept() {
    Recording own = Recording.USUAL.withValues(Set.of(ValueKind.LOCALS), List.of("card*"));
    Recording both = returned("f", "1", Quantifier.EVER).recording(own);
    assertThat(both.values()).containsExactlyInAnyOrder(ValueKind.LOCALS, ValueKind.RETURN);
    assertThat(both.redact()).containsExactly("card*");
    assertThat(argument("f", "a", "1", Quantifier.EVER).recording(Recording.USUAL).redact())
        .isEqualTo(SecretNames.GLOBS);
  }

  private static Returned returned(String function, String value, Quantifier quantifier) {
    return new Returned(Glob.compile(function), Glob.compile(value), quantifier);
  }

  private static Argument argument(
      String function, String name, String value, Quantifier quantifier) {
    return new Argument(Glob.compile(function), name, Glob.compile(value), quantifier);
  }

  private Verdict judged(Expectation expectation) throws IOException {
    return exposed.judged(expectation, SOURCE);
  }
}
