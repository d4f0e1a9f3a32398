package dev.leadline.execution;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /** The first activation on a stack that nobody called. */
  int root(int stack) {
    return roots.get(stack);
  }

  /** Opens an activation that the one on top of the stack called. */
  OpenActivation open(Frame frame, int function, int lineno, OpenStack stack) throws IOException {
    int firstlineno = definitions.get(function).firstLine();
    if (stack.isEmpty()) {
      int number = table.add(function, ActivationTable.NONE, frame.depth());
      table.called(number, lineno, TraceEvent.NO_LINENO, 0);
      link(number, stack);
      return new OpenActivation(number, function, 0, firstlineno);
    }
    OpenActivation caller = stack.top().open();
    int step = frame.depth() - stack.top().frame().depth();
    int number = table.add(function, caller.number, frame.depth());
    table.called(number, lineno, caller.currentLine, (int) (caller.lineOrder >>> 32));
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
}
