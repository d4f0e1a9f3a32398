package dev.leadline.check.expect.calls;

import dev.leadline.check.expect.Bound;
import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Finding;
import dev.leadline.check.expect.Functions;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Wording;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Execution.FunctionTime;
import dev.leadline.filter.Glob;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Functions are called so often. A call is an activation: a generator or coroutine counts once,
 * however often it goes on. Calls of all threads and followed processes count.
 */
public final class Calls implements EachByItself {

  private final Glob function;
  private final Bound bound;

  /**
   * One about all calls of the functions that a glob names, taken together.
   *
   * @param function name, qualified name, or qualified name behind the module's and a dot
   */
  public Calls(Glob function, Bound bound) {
    this.function = Objects.requireNonNull(function, "function");
    this.bound = Objects.requireNonNull(bound, "bound");
  }

  @Override
  public String title() {
    return "calls: " + function + " " + bound;
  }

  @Override
  public Verdict judge(Shown shown) {
    Execution execution = shown.execution();
    Set<Definition> wanted = new Functions(function).in(execution);
    long calls =
        execution.times().stream()
            .filter(each -> wanted.contains(each.definition()))
            .mapToLong(FunctionTime::calls)
            .sum();
    if (bound.holds(calls)) {
      return bound.atMost().isEmpty()
          ? Verdict.holds()
          : Completeness.required(execution, Verdict.holds());
    }
    long shownCall = bound.isExceededBy(calls) ? bound.atMost().orElseThrow() + 1 : 1;
    OptionalInt one = Finding.call(execution, wanted, shownCall);
    String message = Wording.called(calls) + ", expected " + bound;
    Verdict fails =
        one.isPresent()
            ? Finding.at(execution, one.getAsInt(), message)
            : Finding.missing(execution, function, message);
    return bound.isExceededBy(calls) ? fails : Completeness.required(execution, fails);
  }
}
