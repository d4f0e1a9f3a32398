package dev.leadline.junit;

import static dev.leadline.junit.LeadlineAssertions.assertThat;
import static dev.leadline.junit.LeadlineAssertions.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.leadline.event.FrameValues.ValueKind;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class TracePythonTest {

  private static final String SHOP = "../../integration-tests/check/example/shop.py";

  @TracePython(
      script = SHOP,
      args = {"tea", "cup"})
  void aTestGetsTheTraceOfItsProgram(PythonTrace trace) {
    assertThat(trace).called("Order.add", times(2)).exitedWith(0);
  }

  @TracePython(
      code = "import os\ndef f(password, n): return n + 1\nf('x', 41); print(os.environ['MODE'])",
      env = "MODE=test",
      values = {ValueKind.ARGS, ValueKind.RETURN},
      python = "python3")
  void whatItSaysOfTheRunIsUsed(PythonTrace trace) {
    assertThat(trace.stdout()).isEqualTo("test\n");
    assertThat(trace).returned("f", "42").calledWith("f", "n", "41");
  }

  @Test
  void eachInterpreterIsATestOfItsOwnAndAMissingOneFails() {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(FailingTraces.class))
            .execute()
            .testEvents();
    tests
        .assertThatEvents()
        .haveExactly(
            2,
            event(
                displayName("Python python3"),
                finishedWithFailure(message(text -> text.contains("exit") && text.contains("3")))))
        .haveExactly(
            1,
            event(
                displayName("Python no-such-python"),
                finishedWithFailure(message(text -> text.contains("no command no-such-python")))))
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(
                        text ->
                            text.contains("@TracePython wants one of script, module and code")))))
        .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("NAME=VALUE")))));
    assertThat(FailingTraces.SEEN).hasSize(2);
    assertThat(FailingTraces.FILES).allSatisfy(file -> assertThat(file).doesNotExist());
  }
}
