package dev.leadline.check.expect;

import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Outcome;
import dev.leadline.execution.TracedStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The piece of a call tree around one activation, as lines: the innermost callers, each with the
 * line at which it stood; then the activation, marked, with the exceptions seen in it, between the
 * calls that its caller made right before and after.
 */
public final class TreePiece {

  private static final int CALLERS = 5;
  private static final int SIBLINGS = 2;
  private static final int EXCEPTIONS = 3;

  private final Execution execution;
  private final int marked;
  private final List<String> lines = new ArrayList<>();

  private TreePiece(Execution execution, int marked) {
    this.execution = execution;
    this.marked = marked;
  }

  public static List<String> around(Execution execution, int activation) {
    TreePiece piece = new TreePiece(execution, activation);
    piece.draw();
    return List.copyOf(piece.lines);
  }

  private void draw() {
    Deque<Integer> path = new ArrayDeque<>();
    int root = marked;
    int callers = 0;
    for (int one = execution.caller(marked); one != Execution.NONE; one = execution.caller(one)) {
      root = one;
      callers++;
      if (callers <= CALLERS) {
        path.addFirst(one);
      }
    }
    Optional<TracedStack> stack = stackOf(root);
    stack.flatMap(TreePiece::title).ifPresent(lines::add);
    if (callers > path.size()) {
      line(" ", 0, "(" + (callers - path.size()) + " callers further out)");
    }
    int indent = 0;
    List<Integer> steps = new ArrayList<>(path);
    steps.add(marked);
    for (int i = 0; i + 1 < steps.size(); i++) {
      int stoodAt = execution.activation(steps.get(i + 1)).callerLine();
      line(" ", indent++, named(steps.get(i), stoodAt));
    }
    int caller = execution.caller(marked);
    int first =
        caller == Execution.NONE
            ? stack.map(execution::firstRoot).orElse(marked)
            : execution.firstChild(caller);
    siblings(first, indent);
  }

  private void siblings(int first, int indent) {
    Deque<Integer> before = new ArrayDeque<>();
    int earlier = 0;
    int each = first;
    for (; each != marked; each = execution.next(each)) {
      before.addLast(each);
      if (before.size() > SIBLINGS) {
        before.removeFirst();
        earlier++;
      }
    }
    if (earlier > 0) {
      line(" ", indent, "(" + earlier + " earlier)");
    }
    before.forEach(one -> line(" ", indent, ended(one)));
    line(">", indent, ended(marked));
    exceptions(indent + 1);
    int after = 0;
    for (each = execution.next(marked); each != Execution.NONE; each = execution.next(each)) {
      if (++after > SIBLINGS) {
        line(" ", indent, "(more)");
        return;
      }
      line(" ", indent, ended(each));
    }
  }

  private void exceptions(int indent) {
    Activation activation = execution.activation(marked);
    List<SeenException> seen = activation.exceptions();
    for (SeenException one : seen.subList(0, Math.min(EXCEPTIONS, seen.size()))) {
      String message = one.message().isEmpty() ? "" : ": " + one.message();
      String file = activation.key().file();
      line(" ", indent, "!" + one.type() + message + "  " + at(file, one.lineno()));
    }
    if (activation.exceptionCount() > EXCEPTIONS) {
      line(" ", indent, "(" + (activation.exceptionCount() - EXCEPTIONS) + " exceptions more)");
    }
  }

  private String ended(int number) {
    Outcome outcome = execution.outcome(number);
    String end =
        switch (outcome.kind()) {
          case RETURNED -> "";
          case RAISED -> "  raised " + outcome.type();
          case OPEN -> "  was not seen to end";
        };
    return named(number, execution.definition(number).firstlineno()) + end;
  }

  private String named(int number, int line) {
    String file = execution.definition(number).key().file();
    return execution.definition(number).key().qualname() + "  " + at(file, line);
  }

  private static String at(String file, int line) {
    return line == TraceEvent.NO_LINENO ? file : file + ":" + line;
  }

  /** Numbers grow along the roots of a stack. */
  private Optional<TracedStack> stackOf(int root) {
    for (TracedStack stack : execution.stacks()) {
      int each = execution.firstRoot(stack);
      while (each != Execution.NONE && each < root) {
        each = execution.next(each);
      }
      if (each == root) {
        return Optional.of(stack);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> title(TracedStack stack) {
    int process = stack.process().number();
    return stack.thread() == 0 && process == 0
        ? Optional.empty()
        : Optional.of("in " + stack.name() + (process == 0 ? "" : " of process " + process) + ":");
  }

  private void line(String mark, int indent, String text) {
    lines.add(mark + " " + "  ".repeat(indent) + text);
  }
}
