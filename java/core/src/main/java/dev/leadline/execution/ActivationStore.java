package dev.leadline.execution;

import dev.leadline.event.Code;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Definition.FunctionKey;
import dev.leadline.execution.Execution.FunctionTime;
import dev.leadline.execution.StackTable.OpenStack;
import dev.leadline.stacks.CallStack;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where activations are kept while they are made, and afterwards. */
final class ActivationStore implements Closeable {

  private static final int RETURNED = 0;
  private static final int OPEN = 1;
  private static final int RAISED = 2;

  final ActivationTable table;
  final FactsFile facts;
  final Definitions definitions = new Definitions();
  private final List<Integer> roots = new ArrayList<>();

  ActivationStore(Path directory) {
    this.table = new ActivationTable(directory);
    this.facts = new FactsFile(directory);
  }

  void addStack() {
    roots.add(ActivationTable.NONE);
  }

  /** The first activation on a stack without a caller. */
  int root(int stack) {
    return roots.get(stack);
  }

  /** Opens an activation that the one on top of the stack called. */
  OpenActivation open(
      Frame frame, int function, int lineno, CallStack<OpenStack, OpenStack.Running> stack)
      throws IOException {
    int firstlineno = definitions.get(function).firstLine();
    if (stack.isEmpty()) {
      int number =
          table.add(function, ActivationTable.NONE, frame.depth(), lineno, TraceEvent.NO_LINENO, 0);
      link(number, stack.state());
      return new OpenActivation(number, function, 0, firstlineno);
    }
    OpenActivation caller = stack.value().open();
    int step = frame.depth() - stack.top().depth();
    int linesBefore = (int) (caller.lineOrder >>> 32);
    int number =
        table.add(function, caller.number, frame.depth(), lineno, caller.currentLine, linesBefore);
    if (caller.lastChild == ActivationTable.NONE) {
      table.first(caller.number, number);
    } else {
      table.next(caller.lastChild, number);
    }
    caller.lastChild = number;
    caller.calls++;
    return new OpenActivation(number, function, step, firstlineno);
  }

  /** Writes what came of an activation. */
  void end(OpenActivation open) throws IOException {
    int kind = !open.returned ? OPEN : open.raised.isEmpty() ? RETURNED : RAISED;
    int outcome = kind == RAISED ? RAISED + facts.type(open.raised) : kind;
    long structure = Hash.then(definitions.hash(open.function), kind);
    structure = Hash.then(structure, kind == RAISED ? Hash.of(open.raised) : 0);
    structure = Hash.then(structure, open.exceptionTypes);
    long full = Hash.then(structure, open.lineOrder);
    full = Hash.then(full, open.exceptionLines);
    full = Hash.then(full, open.helperOrder);
    full = Hash.then(full, open.depthStep);
    full = Hash.then(full, callLine(open));
    full = Hash.then(full, definitions.get(open.function).isGeneratorExpression() ? open.exits : 0);
    table.ended(open.number, outcome, facts.add(open), structure, full);
    if (open.ownNs > 0) {
      table.own(open.number, open.ownNs);
    }
  }

  Outcome outcome(int number) {
    int outcome = table.outcome(number);
    return switch (Math.min(outcome, RAISED)) {
      case RETURNED -> Outcome.RETURNED;
      case OPEN -> Outcome.OPEN;
      default -> Outcome.raised(facts.type(outcome - RAISED));
    };
  }

  @Override
  public void close() throws IOException {
    try {
      table.close();
    } finally {
      facts.close();
    }
  }

  /** Where a module is entered is the interpreter's choice: its first statement, line 1 or 0. */
  private int callLine(OpenActivation open) {
    return definitions.get(open.function).isModule() ? 0 : open.relative(table.lineno(open.number));
  }

  private void link(int number, OpenStack stack) {
    if (stack.lastRoot == ActivationTable.NONE) {
      roots.set(stack.number, number);
    } else {
      table.next(stack.lastRoot, number);
    }
    stack.lastRoot = number;
  }

  /** The functions of an execution by number, with what was counted for each. */
  static final class Definitions {

    /** Code objects beyond these are looked up by what they are. */
    private static final int REMEMBERED = 50_000;

    private final Map<Code, Integer> byCode = new IdentityHashMap<>();
    private final Map<Definition, Integer> numbers = new HashMap<>();
    private final List<Definition> definitions = new ArrayList<>();
    private long[] hashes = new long[16];
    private long[] calls = new long[16];
    private long[] ownNs = new long[16];

    int number(Code code, CanonicalFiles files) {
      Integer known = byCode.get(code);
      if (known == null) {
        FunctionKey key = new FunctionKey(files.of(code), HelperFrames.without(code.qualname()));
        known =
            number(
                new Definition(
                    key,
                    code.file(),
                    code.function(),
                    code.firstlineno(),
                    code.module(),
                    code.scope(),
                    code.base()));
        if (byCode.size() == REMEMBERED) {
          byCode.clear();
        }
        byCode.put(code, known);
      }
      return known;
    }

    Definition get(int number) {
      return definitions.get(number);
    }

    /** Hash of its key. */
    long hash(int number) {
      return hashes[number];
    }

    void called(int number) {
      calls[number]++;
    }

    void elapsed(int number, long ns) {
      ownNs[number] += ns;
    }

    List<FunctionTime> times() {
      List<FunctionTime> times = new ArrayList<>();
      for (int i = 0; i < definitions.size(); i++) {
        times.add(new FunctionTime(definitions.get(i), calls[i], ownNs[i]));
      }
      return times;
    }

    private int number(Definition definition) {
      Integer known = numbers.get(definition);
      if (known != null) {
        return known;
      }
      int number = definitions.size();
      if (number == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * number);
        calls = Arrays.copyOf(calls, 2 * number);
        ownNs = Arrays.copyOf(ownNs, 2 * number);
      }
      definitions.add(definition);
      numbers.put(definition, number);
      hashes[number] = Hash.of(definition.key());
      return number;
    }
  }
}
