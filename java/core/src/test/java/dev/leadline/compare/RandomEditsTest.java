package dev.leadline.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.wire.Events;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random trees of calls, and the same with random edits: every edit is found, and nothing but the
 * edits is reported.
 */
class RandomEditsTest {

  private static final int FUNCTIONS = 12;
  private static final int EDITS = 8;

  /**
   * A call of one of the functions; those that were put in by an edit have functions of their own.
   */
  private static final class Call {
    private int function;
    private int line;
    private final List<Call> callees = new ArrayList<>();

    Call(int function, int line) {
      this.function = function;
      this.line = line;
    }

    void write(StringBuilder out) {
      out.append(Events.call(function, 1)).append(Events.line(10 * function + line));
      callees.forEach(callee -> callee.write(out));
      out.append(Events.returned(10 * function + 9, 1));
    }

    Call copy() {
      Call copy = new Call(function, line);
      callees.forEach(callee -> copy.callees.add(callee.copy()));
      return copy;
    }

    void list(List<Call> calls) {
      calls.add(this);
      callees.stream().filter(call -> call.function <= FUNCTIONS).forEach(call -> call.list(calls));
    }
  }

  private final Set<String> expected = new TreeSet<>();
  private Random random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
  void everyEditIsFoundAndNothingElse(long seed) throws IOException {
    random = new Random(seed);
    Call left = tree(5);
    Call right = left.copy();
    edit(left, right);

    Comparison comparison = ComparerTest.compare(trace(left), trace(right));

    assertThat(names(comparison)).isEqualTo(expected);
    assertThat(comparison.groups()).allMatch(group -> group.count() == 1);
  }

  private static Set<String> names(Comparison comparison) {
    return comparison.groups().stream()
        .map(group -> group.kind() + " " + group.function().qualname())
        .collect(Collectors.toSet());
  }

  /** Each edit is of a function that nothing else in the tree is called. */
  private void edit(Call left, Call right) {
    for (int edit = 0; edit < EDITS; edit++) {
      List<Call> calls = new ArrayList<>();
      right.list(calls);
      Call caller = calls.get(random.nextInt(calls.size()));
      int function = FUNCTIONS + 1 + edit;
      switch (random.nextInt(3)) {
        case 0 -> {
          insert(caller, new Call(function, 1));
          expected.add("CALL_RIGHT f" + function);
        }
        case 1 -> {
          List<Call> originals = new ArrayList<>();
          left.list(originals);
          insert(originals.get(random.nextInt(originals.size())), new Call(function, 1));
          expected.add("CALL_LEFT f" + function);
        }
        default -> {
          left.callees.add(0, new Call(function, 1));
          right.callees.add(0, new Call(function, 2));
          expected.add("LINES f" + function);
        }
      }
    }
  }

  private void insert(Call caller, Call callee) {
    caller.callees.add(random.nextInt(caller.callees.size() + 1), callee);
  }

  private Call tree(int height) {
    Call call = new Call(1 + random.nextInt(FUNCTIONS), random.nextInt(3));
    for (int i = random.nextInt(6); i > 0 && height > 0; i--) {
      Call callee = tree(height - 1);
      for (int times = random.nextInt(4); times >= 0; times--) {
        call.callees.add(callee.copy());
      }
    }
    return call;
  }

  private static String trace(Call root) {
    StringBuilder codes = new StringBuilder();
    for (int function = 1; function <= FUNCTIONS + EDITS; function++) {
      codes.append(Traces.code(function, "f" + function, 10 * function, false));
    }
    StringBuilder events = new StringBuilder();
    root.write(events);
    String first = events.toString().replaceFirst(",1]", ",1,10,4,1]");
    return Traces.HEADER + Traces.THREAD + codes + Traces.events(first) + Traces.END;
  }
}
