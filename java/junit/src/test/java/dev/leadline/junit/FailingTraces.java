package dev.leadline.junit;

import static dev.leadline.junit.LeadlineAssertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests that are to fail. They are for the test kit alone: a build does not run classes of this
 * name.
 */
final class FailingTraces {

  static final List<String> SEEN = new ArrayList<>();
  static final List<Path> FILES = new ArrayList<>();

  private static final String SHOP = "../../integration-tests/check/example/shop.py";

  @TracePython(
      script = SHOP,
      args = "ship",
      python = {"python3", "no-such-python", "python3"})
  void onSeveral(PythonTrace trace) {
    SEEN.add(trace.python());
    FILES.add(trace.file());
    assertThat(trace).exitedWith(0);
  }

  @TracePython(script = SHOP, module = "shop")
  void twoPrograms(PythonTrace trace) {}

  @TracePython(script = SHOP, env = "=x")
  void badEnvironment(PythonTrace trace) {}
}
