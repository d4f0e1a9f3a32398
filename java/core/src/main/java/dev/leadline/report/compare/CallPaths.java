package dev.leadline.report.compare;

import dev.leadline.execution.Definition;
import dev.leadline.execution.Definition.FunctionKey;
import dev.leadline.execution.Execution;
import dev.leadline.execution.TracedStack;
import dev.leadline.report.page.JsonColumns;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The call paths of all runs in one tree, and how often each run took them. Paths of all stacks of
 * a run are together.
 */
final class CallPaths {

  /** Paths of a page. */
  private static final int MOST = 50_000;

  /** Functions on one path. */
  private static final int LONGEST = 1_000;

  private static final int NONE = -1;

  private record Path(int number, int caller, int function, long[] calls, long[] ownNs) {}

  private final Map<FunctionKey, Integer> functions;
  private final Map<Long, Path> byStep = new HashMap<>();
  private final List<Path> paths = new ArrayList<>();
  private final int runs;
  private long leftOut;

  /**
   * The paths of these runs.
   *
   * @param functions their numbers in the page; paths with others are left out
   */
  CallPaths(List<ComparedRun> runs, Map<FunctionKey, Integer> functions) {
    this.runs = runs.size();
    this.functions = functions;
    for (int run = 0; run < runs.size(); run++) {
      Optional<Execution> execution = runs.get(run).execution();
      if (execution.isPresent()) {
        new Walk(execution.get(), run).all();
      }
    }
  }

  /** How many calls are on paths that {@link #write} leaves out. */
  long leftOut() {
    return leftOut;
  }

  /**
   * Writes a table: {@code caller}, a row or -1, and {@code function}, and for each run {@code
   * calls0} and {@code own0} (ns), {@code calls1} and so on. Callers come first.
   */
  void write(Writer out) throws IOException {
    JsonColumns columns = new JsonColumns(out);
    columns.numbers("caller", paths.stream().mapToLong(Path::caller));
    columns.numbers("function", paths.stream().mapToLong(Path::function));
    for (int run = 0; run < runs; run++) {
      int index = run;
      columns.numbers("calls" + run, paths.stream().mapToLong(path -> path.calls()[index]));
      columns.numbers("own" + run, paths.stream().mapToLong(path -> path.ownNs()[index]));
    }
    columns.close();
  }

  /** Adds the calls of one run. */
  private final class Walk {

    private final Execution execution;
    private final int run;
    private final Map<Definition, Integer> numbers = new IdentityHashMap<>();

    /** The paths of the calls around the one that is added; null for one that is left out. */
    private final List<Path> around = new ArrayList<>();

    Walk(Execution execution, int run) {
      this.execution = execution;
      this.run = run;
    }

    void all() {
      for (TracedStack stack : execution.stacks()) {
        int next = execution.firstRoot(stack);
        while (next != Execution.NONE) {
          add(next);
          next = following(next);
        }
      }
    }

    /** The next activation: callees come behind their caller, and before what is called next. */
    private int following(int activation) {
      int callee = execution.firstChild(activation);
      if (callee != Execution.NONE) {
        return callee;
      }
      int at = activation;
      while (at != Execution.NONE && execution.next(at) == Execution.NONE) {
        at = execution.caller(at);
        around.remove(around.size() - 1);
      }
      if (at == Execution.NONE) {
        return Execution.NONE;
      }
      around.remove(around.size() - 1);
      return execution.next(at);
    }

    private void add(int activation) {
      Path path = path(execution.definition(activation));
      around.add(path);
      if (path == null) {
        leftOut++;
      } else {
        path.calls()[run]++;
        path.ownNs()[run] += execution.ownNs(activation);
      }
    }

    private Path path(Definition definition) {
      int function =
          numbers.computeIfAbsent(definition, key -> functions.getOrDefault(key.key(), NONE));
      Path caller = around.isEmpty() ? null : around.get(around.size() - 1);
      boolean callerLeftOut = caller == null && !around.isEmpty();
      if (function == NONE || callerLeftOut || around.size() == LONGEST) {
        return null;
      }
      int from = caller == null ? NONE : caller.number();
      long step = (long) from << Integer.SIZE | function;
      Path known = byStep.get(step);
      if (known == null && paths.size() < MOST) {
        known = new Path(paths.size(), from, function, new long[runs], new long[runs]);
        paths.add(known);
        byStep.put(step, known);
      }
      return known;
    }
  }
}
