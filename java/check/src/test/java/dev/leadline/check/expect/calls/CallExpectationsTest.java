package dev.leadline.check.expect.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.check.expect.Bound;
import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.ExpectationCase;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Quantifier;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.outcome.ExitsWith;
import dev.leadline.check.expect.outcome.Raises;
import dev.leadline.check.expect.outcome.RaisesNothing;
import dev.leadline.check.expect.values.Returned;
import dev.leadline.filter.Glob;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is called, how often, in which order, how deep. */
class CallExpectationsTest extends ExpectationCase {

  private static final String SHOP =
      """
      class Order:
          def __init__(self):
              self.prices = []
          def add(self, price):
              self.prices.append(price)
          def total(self):
              return self.tax(sum(self.prices))
          def tax(self, sum):
              return sum * 1.19

      def numbers():
          yield 1
          yield 2

      def main():
          order = Order()
          for price in numbers():
              order.add(price)
          return order.total()

      main()
      """;

  @Test
  void callsAreCountedByAnyOfAFunctionsNames() throws IOException {
    for (String name : List.of("add", "Order.add", "__main__.Order.add", "*.add")) {
      assertThat(judged(new Calls(Glob.compile(name), Bound.exactly(2))))
          .isEqualTo(Verdict.holds());
    }
    assertThat(judged(new Calls(Glob.compile("Order.*"), Bound.exactly(5))))
        .isEqualTo(Verdict.holds());
  }

  @Test
  void aGeneratorIsCalledOnceHoweverOftenItGoesOn() throws IOException {
    assertThat(judged(new Calls(Glob.compile("numbers"), Bound.exactly(1))))
        .isEqualTo(Verdict.holds());
  }

  @Test
  void oneCallTooManyIsShownInItsTree() throws IOException {
    Verdict verdict = judged(new Calls(Glob.compile("Order.add"), Bound.atMost(1)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAILS);
    assertThat(verdict.message()).isEqualTo("called 2 times, expected at most 1");
    assertThat(verdict.detail())
        .containsExactly(
            "  main  app.py:18",
            "    (1 earlier)",
            "    numbers  app.py:11",
            "    Order.add  app.py:4",
            ">   Order.add  app.py:4",
            "    Order.total  app.py:6");
    assertThat(verdict.spot()).contains(new Place("app.py", 18));
  }

  @Test
  void tooFewCallsAreShownWhereTheyWere() throws IOException {
    Verdict verdict = judged(new Calls(Glob.compile("Order.total"), Bound.exactly(3)));

    assertThat(verdict.message()).isEqualTo("called once, expected exactly 3");
    assertThat(verdict.detail()).contains(">   Order.total  app.py:6");
    assertThat(verdict.spot()).contains(new Place("app.py", 19));
  }

  @Test
  void aNameThatNothingHasIsPerhapsAnotherOne() throws IOException {
    Verdict verdict = judged(new Calls(Glob.compile("Order.totals"), Bound.atLeast(1)));

    assertThat(verdict.message())
        .isEqualTo("not called, expected at least 1; did you mean Order.total?");
    assertThat(verdict.spot()).contains(new Place("app.py", 6));
    assertThat(judged(new Calls(Glob.compile("nothing.alike"), Bound.atLeast(1))).message())
        .isEqualTo("not called, expected at least 1");
  }

  @Test
  void whatAFileRunsIsNoFunction() throws IOException {
    assertThat(judged(new Calls(Glob.compile("<module>"), Bound.exactly(0))))
        .isEqualTo(Verdict.holds());
  }

  @Test
  void boundsSayWhatTheyAllow() {
    assertThat(Stream.of(Bound.exactly(3), Bound.atLeast(1), Bound.atMost(2)).map(Bound::toString))
        .containsExactly("exactly 3", "at least 1", "at most 2");
    Bound between = new Bound(OptionalLong.of(1), OptionalLong.of(5));
    assertThat(between).hasToString("at least 1 and at most 5");
    assertThat(between.holds(0)).isFalse();
    assertThat(between.holds(5)).isTrue();
    assertThat(between.holds(6)).isFalse();
    assertThatThrownBy(() -> new Bound(OptionalLong.of(5), OptionalLong.of(1)))
        .hasMessage("nothing is at least 5 and at most 1");
    assertThatThrownBy(() -> Bound.atMost(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void titlesAreNamesOfTestCases() {
    assertThat(
            Stream.of(
                    new Calls(Glob.compile("Order.total"), Bound.exactly(3)),
                    new Never(Never.What.FILE, Glob.compile("legacy/*.py")),
                    new Order(List.of(Glob.compile("a"), Glob.compile("b"), Glob.compile("c"))),
                    new MaxLevel(1),
                    new MaxEvents(2000),
                    new Raises(Glob.compile("ValueError"), Optional.of(Glob.compile("f")), true),
                    new RaisesNothing(),
                    new ExitsWith(3))
                .map(Expectation::title))
        .containsExactly(
            "calls: Order.total exactly 3",
            "never: file legacy/*.py",
            "order: a before b before c",
            "at most 1 level of calls",
            "at most 2000 events",
            "raises: ValueError in f, uncaught",
            "raises: none",
            "exit: 3");
  }

  @Test
  void whatIsNeverCalledIsNot() throws IOException {
    assertThat(judged(new Never(Never.What.FUNCTION, Glob.compile("Order.delete"))))
        .isEqualTo(Verdict.holds());

    Verdict verdict = judged(new Never(Never.What.FUNCTION, Glob.compile("*.tax")));
    assertThat(verdict.message()).isEqualTo("Order.tax was called, expected never");
    assertThat(verdict.detail())
        .containsExactly(
            "  main  app.py:19", "    Order.total  app.py:7", ">     Order.tax  app.py:8");
    assertThat(verdict.spot()).contains(new Place("app.py", 7));
  }

  @Test
  void aFileRunsWhereItIsImported() throws IOException {
    Files.createDirectories(directory.resolve("legacy/inner"));
    Files.writeString(directory.resolve("legacy/inner/old.py"), "X = 1\n");
    String source = "import legacy.inner.old\n";

    for (String glob : List.of("legacy/*.py", "old.py")) {
      Verdict verdict = exposed.judged(new Never(Never.What.FILE, Glob.compile(glob)), source);
      assertThat(verdict.message()).isEqualTo("legacy/inner/old.py was run, expected never");
      assertThat(verdict.spot().orElseThrow().file()).isEqualTo("app.py");
    }
    for (String glob : List.of("legacy", "legacy.inner", "legacy.*", "legacy.inner.old")) {
      assertThat(exposed.judged(new Never(Never.What.MODULE, Glob.compile(glob)), source).kind())
          .isEqualTo(Verdict.Kind.FAILS);
    }
    assertThat(exposed.judged(new Never(Never.What.MODULE, Glob.compile("leg")), source))
        .isEqualTo(Verdict.holds());
  }

  @Test
  void aLibraryRunsWhereItIsImported() throws IOException {
    Never socket = new Never(Never.What.MODULE, Glob.compile("socket"));
    assertThat(exposed.judged(socket, "import json\n")).isEqualTo(Verdict.holds());
    Verdict library = exposed.judged(socket, "import socket\n");
    assertThat(library.kind()).isEqualTo(Verdict.Kind.FAILS);
    assertThat(library.message()).startsWith("socket (").endsWith(") was run, expected never");
  }

  @Test
  void whatAProcessThatDiedDidLastIsUnknown() throws IOException {
    String dies = "import os\ndef f(): return 1\nf()\nos.kill(os.getpid(), 9)\n";
    for (Expectation expectation :
        List.of(
            new Never(Never.What.FUNCTION, Glob.compile("g")),
            new Calls(Glob.compile("g"), Bound.exactly(0)),
            new MaxLevel(5),
            new RaisesNothing(),
            new Returned(Glob.compile("g"), Glob.compile("1"), Quantifier.ALWAYS))) {
      Verdict verdict = exposed.judged(expectation, dies);
      assertThat(verdict.kind()).as(expectation.title()).isEqualTo(Verdict.Kind.UNKNOWN);
      assertThat(verdict.message()).contains("a process that dies loses its last events");
    }
  }

  @Test
  void firstCallsComeInOrder() throws IOException {
    assertThat(judged(order("numbers", "Order.add", "Order.tax"))).isEqualTo(Verdict.holds());

    Verdict verdict = judged(order("Order.add", "Order.tax", "Order.total"));
    assertThat(verdict.message())
        .isEqualTo("Order.total was called before Order.tax, expected Order.tax first");
    assertThat(verdict.detail()).contains(">   Order.total  app.py:6");
    assertThat(judged(order("Order.add", "Order.pay")).message())
        .startsWith("Order.pay was not called");
  }

  @Test
  void levelsAreCountedFromTheProgramsModule() throws IOException {
    assertThat(judged(new MaxLevel(3))).isEqualTo(Verdict.holds());

    Verdict verdict = judged(new MaxLevel(2));
    assertThat(verdict.message()).isEqualTo("calls reach level 3, expected at most 2");
    assertThat(verdict.detail()).contains(">     Order.tax  app.py:8");
  }

  @Test
  void levelsGoUpAndDown() throws IOException {
    String source =
        """
        def f(n):
            if n:
                f(n - 1)
                f(0)
        f(3)
        f(1)
        """;
    assertThat(exposed.judged(new MaxLevel(4), source)).isEqualTo(Verdict.holds());
    assertThat(exposed.judged(new MaxLevel(3), source).message())
        .isEqualTo("calls reach level 4, expected at most 3");
  }

  @Test
  void eventsAreCountedAndTheBusiestFunctionsNamed() throws IOException {
    String source = "def f():\n    return 1\n\nfor i in range(10):\n    f()\n";
    assertThat(exposed.judged(new MaxEvents(30), source)).isEqualTo(Verdict.holds());

    Verdict verdict = exposed.judged(new MaxEvents(29), source);
    assertThat(verdict.message()).isEqualTo("30 events, expected at most 29");
    assertThat(verdict.detail()).hasSize(1).first().asString().contains("30  f  ", "app.py:1");
  }

  /** What was not seen may have happened. */
  @Test
  void whatDependsOnMissingEventsIsNotReported() throws IOException {
    exposed = exposed.limitedTo(20);
    List<Expectation> open =
        List.of(
            new Never(Never.What.FUNCTION, Glob.compile("Order.delete")),
            new Calls(Glob.compile("Order.add"), Bound.exactly(1)),
            new Calls(Glob.compile("Order.tax"), Bound.atLeast(1)),
            order("Order.add", "Order.tax"),
            new MaxLevel(5),
            new RaisesNothing());
    for (Expectation expectation : open) {
      Verdict verdict = judged(expectation);
      assertThat(verdict.kind()).as(expectation.title()).isEqualTo(Verdict.Kind.UNKNOWN);
      assertThat(verdict.message()).startsWith("the recording is not complete: ");
    }
    assertThat(judged(new Calls(Glob.compile("Order.add"), Bound.atLeast(1))))
        .isEqualTo(Verdict.holds());
    assertThat(judged(new Never(Never.What.FUNCTION, Glob.compile("Order.add"))).kind())
        .isEqualTo(Verdict.Kind.FAILS);
  }

  private static Order order(String... names) {
    return new Order(Stream.of(names).map(Glob::compile).toList());
  }

  private Verdict judged(Expectation expectation) throws IOException {
    return exposed.judged(expectation, SHOP);
  }
}
