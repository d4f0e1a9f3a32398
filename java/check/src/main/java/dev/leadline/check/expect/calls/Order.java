package dev.leadline.check.expect.calls;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Finding;
import dev.leadline.check.expect.Functions;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.filter.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Functions are called in this order: all of them are called, and the first call of each comes
 * after the first call of the one before. So each call of one has a call of those before it behind
 * it; what they do after their first calls does not matter. Calls of several threads come in the
 * order in which they were reported.
 */
public final class Order implements EachByItself {

  private final List<Glob> functions;

  /**
   * One about these, the first of them first; see {@link Calls} for their names.
   *
   * @throws IllegalArgumentException if there are less than two
   */
  public Order(List<Glob> functions) {
    this.functions = List.copyOf(functions);
    if (functions.size() < 2) {
      throw new IllegalArgumentException("an order takes two functions at least");
    }
  }

  @Override
  public String title() {
    return "order: "
        + functions.stream().map(Glob::toString).collect(Collectors.joining(" before "));
  }

  @Override
  public Verdict judge(Shown shown) {
    Execution execution = shown.execution();
    List<Integer> firsts = new ArrayList<>();
    for (Glob function : functions) {
      Set<Definition> wanted = new Functions(function).in(execution);
      OptionalInt first = Finding.call(execution, wanted, 1);
      if (first.isEmpty()) {
        return Completeness.required(
            execution, Finding.missing(execution, function, function + " was not called"));
      }
      firsts.add(first.getAsInt());
    }
    for (int i = 1; i < firsts.size(); i++) {
      if (firsts.get(i) <= firsts.get(i - 1)) {
        return Completeness.required(execution, wrong(execution, i, firsts.get(i)));
      }
    }
    return Completeness.required(execution, Verdict.holds());
  }

  private Verdict wrong(Execution execution, int place, int call) {
    Glob earlier = functions.get(place - 1);
    String message =
        functions.get(place) + " was called before " + earlier + ", expected " + earlier + " first";
    return Finding.at(execution, call, message);
  }
}
