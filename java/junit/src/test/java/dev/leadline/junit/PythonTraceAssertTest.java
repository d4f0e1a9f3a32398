package dev.leadline.junit;

import static dev.leadline.junit.LeadlineAssertions.assertThat;
import static dev.leadline.junit.LeadlineAssertions.atLeast;
import static dev.leadline.junit.LeadlineAssertions.atMost;
import static dev.leadline.junit.LeadlineAssertions.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.event.FrameValues.ValueKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class PythonTraceAssertTest {

  private static final String SHOP = "../../integration-tests/check/example/shop.py";

  @TempDir Path directory;

  private static PythonTrace shop(String... things) throws IOException {
    return PythonProgram.script(SHOP).arguments(things).trace();
  }

  @Test
  void whatHoldsIsPassedOverInOneChain() throws IOException {
    try (PythonTrace trace = shop("tea", "cup", "tea")) {
      assertThat(trace)
          .called("Order.add", times(3))
          .called("Order.*", atLeast(5))
          .called("main", atMost(1))
          .called("main")
          .calledOnce("Order.total")
          .neverCalled("Order.remove")
          .calledInOrder("Order.add", "Order.total", "Order.price")
          .raisedNothing()
          .neverRaised("KeyError")
          .maxLevel(4)
          .maxEvents(1000)
          .exitedWith(0)
          .covered("shop.py", 80)
          .covered(80);
      assertThat(trace.stdout()).isEqualTo("14\n");
      assertThat(trace.stderr()).isEmpty();
      assertThat(trace.exitStatus()).hasValue(0);
    }
  }

  @Test
  void theModulesThatRanAreCollectedForAllCode() throws IOException {
    PythonProgram imports = PythonProgram.code("import json\ndef f(): return json.dumps([])\nf()");
    try (PythonTrace trace = imports.trace()) {
      assertThatThrownBy(() -> assertThat(trace).neverRan("socket"))
          .hasMessageContaining("the user's code alone");
    }
    try (PythonTrace trace = imports.allCode().trace()) {
      assertThat(trace).neverRan("socket").called("*", times(1));
      assertThatThrownBy(() -> assertThat(trace).neverRan("json"))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("json");
    }
  }

  @Test
  void exceptionsAndTheEndAreReported() throws IOException {
    try (PythonTrace trace = shop("tea", "ship")) {
      assertThat(trace)
          .raised("KeyError")
          .raisedIn("Order.price", "KeyError")
          .exitedWith(3)
          .printed(Files.writeString(directory.resolve("out"), "no price for 'ship'\n"));
    }
    try (PythonTrace trace = PythonProgram.code("def f(): return 1/0\nf()").trace()) {
      assertThat(trace).diedOf("ZeroDivisionError").exitedWith(1);
    }
  }

  @Test
  void valuesAreThereWhereTheyWereRecorded() throws IOException {
    try (PythonTrace trace =
        PythonProgram.script(SHOP)
            .arguments("tea", "tea")
            .values(ValueKind.ARGS, ValueKind.RETURN)
            .trace()) {
      assertThat(trace).returned("Order.total", "6").calledWith("Order.add", "thing", "'t*'");
      assertThatThrownBy(() -> assertThat(trace).returned("Order.price", "8"))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("Order.price");
    }
  }

  @Test
  void whatDoesNotHoldShowsThePieceOfTheTree() throws IOException {
    try (PythonTrace trace = shop("tea", "ship")) {
      fails(
          trace,
          each -> assertThat(each).called("Order.price", times(1)),
          "called 2 times",
          "exactly 1",
          "Order.total",
          "shop.py:");
      fails(trace, each -> assertThat(each).neverRaised("KeyError"), "KeyError", "Order.price");
      fails(trace, each -> assertThat(each).called("Order.totals"), "Order.total");
      fails(trace, each -> assertThat(each).maxLevel(1), "level");
      fails(trace, each -> assertThat(each).exitedWith(0), "3");
      fails(trace, each -> assertThat(each).raisedNothing(), "KeyError");
      fails(trace, each -> assertThat(each).calledInOrder("Order.total", "Order.add"), "Order.add");
    }
  }

  private static void fails(
      PythonTrace trace, Consumer<PythonTrace> assertion, String... messages) {
    assertThatThrownBy(() -> assertion.accept(trace))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContainingAll(messages)
        .hasMessageContaining("shop.py on Python 3.");
  }

  @Test
  void aGoldenTraceIsWrittenOnceAndThenCompared() throws IOException {
    Path golden = directory.resolve("shop.golden");
    try (PythonTrace trace = shop("tea")) {
      assertThatThrownBy(() -> assertThat(trace).matchesGolden(golden.toString()))
          .hasMessageContaining("update");
      System.setProperty(PythonTraceAssert.UPDATE, "true");
      try {
        assertThat(trace).matchesGolden(golden.toString());
      } finally {
        System.clearProperty(PythonTraceAssert.UPDATE);
      }
      assertThat(trace).matchesGolden(golden.toString());
    }
    try (PythonTrace trace = shop("ship")) {
      assertThatThrownBy(() -> assertThat(trace).matchesGolden(golden.toString()))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("KeyError");
    }
  }

  @Test
  void aProgramIsRunAsItWasDescribed() throws IOException {
    Path in = Files.writeString(directory.resolve("in"), "typed");
    String source =
        "import os, sys\n"
            + "print(sys.stdin.read(), os.environ['MODE'], os.getcwd(), sys.flags.optimize,"
            + " sys.argv[1:], os.environ['PYTHONHASHSEED'])\n";
    try (PythonTrace trace =
        PythonProgram.code(source)
            .arguments("a")
            .pythonOptions("-O")
            .stdin(in)
            .directory(directory)
            .environment("MODE", "test")
            .environment("PYTHONHASHSEED", "7")
            .python("python3")
            .trace()) {
      assertThat(trace.stdout()).isEqualTo("typed test " + directory.toRealPath() + " 1 ['a'] 7\n");
    }
  }

  @Test
  void theTraceIsThereAsAFileUntilItIsClosed() throws IOException {
    Path file;
    try (PythonTrace trace = shop("tea")) {
      file = trace.file();
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      assertThat(lines.get(0)).contains("\"record\":\"header\"");
      assertThat(lines).anySatisfy(line -> assertThat(line).contains("Order.total"));
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aMissingInterpreterIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> PythonProgram.script(SHOP).python("no-such-python").trace())
        .withMessageContaining("no command no-such-python on PATH");
  }

  @Test
  void whatIsNoFunctionIsRefused() throws IOException {
    try (PythonTrace trace = PythonProgram.script(SHOP).trace()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> assertThat(trace).neverCalled("<module>"))
          .withMessage("<module> is no function: it is what a file runs when it is loaded");
    }
  }
}
