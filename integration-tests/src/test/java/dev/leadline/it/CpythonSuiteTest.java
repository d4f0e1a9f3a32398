package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pieces of CPython's own test suite have the same outcomes traced as plain, test by test, on the
 * oldest, a middle and the newest interpreter that has its tests with it. This is the bounded part;
 * {@code suite/sweep.py} runs all of it.
 */
class CpythonSuiteTest {

  private static final Path SWEEP = Repository.TESTS.resolve("suite/sweep.py");

  @TempDir Path work;

  @Test
  void theQuickPiecesHaveTheSameOutcomesTracedAsPlain() {
    List<Interpreter> tested = Interpreters.all().stream().filter(this::hasItsTests).toList();
    if (tested.isEmpty() && Interpreters.required().isEmpty()) {
      Assumptions.abort("no interpreter found has CPython's own tests, the package test, with it");
    }
    assertThat(tested).as("interpreters found that have CPython's tests with them").isNotEmpty();

    List<String> command = new ArrayList<>();
    command.add(Interpreters.newest().executable().toString());
    command.addAll(List.of(SWEEP.toString(), "--quick", "-v", "-j", "2"));
    oldestMiddleAndNewest(tested).forEach(one -> command.add(one.executable().toString()));
    Outcome outcome = Run.process(work, command);

    assertThat(outcome.errText()).isEmpty();
    assertThat(outcome.status()).as(outcome.outText()).isZero();
  }

  /** Some distributions have the tests in a package of their own. */
  private boolean hasItsTests(Interpreter interpreter) {
    String code = "import test, os; print(os.path.join(test.__path__[0], 'test_grammar.py'))";
    Outcome answer = Run.process(work, List.of(interpreter.executable().toString(), "-c", code));
    return answer.status() == 0 && Files.exists(Path.of(answer.outText().strip()));
  }

  private static Set<Interpreter> oldestMiddleAndNewest(List<Interpreter> all) {
    int last = all.size() - 1;
    return new LinkedHashSet<>(List.of(all.get(0), all.get(last / 2), all.get(last)));
  }
}
