package dev.leadline.report.html;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Code;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.report.html.ExceptionGroups.Raised;
import dev.leadline.report.html.LineHits.FileLines;
import dev.leadline.report.html.LongestSpans.Span;
import dev.leadline.report.html.PageLanes.Lane;
import dev.leadline.stacks.CallStack;
import dev.leadline.stacks.StackListener;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Adds up what the views of a page show besides the call tree: lines, depth, exceptions. */
final class PageListener implements StackListener<PageListener.OnStack, PageListener.Activation> {

  private static final int REMEMBERED = 50_000;

  /** What is known of one stack. */
  static final class OnStack {
    private final Lane lane;

    /** What left the frame that was innermost, and has not been seen in its caller yet. */
    private Raised leaving;

    /** How many calls each line has open: where it calls itself, the outermost has the time. */
    private final Map<Long, Integer> open = new HashMap<>();

    private OnStack(Lane lane) {
      this.lane = lane;
    }

    private void opens(long line) {
      open.merge(line, 1, Integer::sum);
    }

    /** Whether that was the outermost call of a line. */
    private boolean closes(long line) {
      return open.computeIfPresent(line, (key, calls) -> calls == 1 ? null : calls - 1) == null;
    }

    private void settle() {
      if (leaving != null) {
        leaving.over();
        leaving = null;
      }
    }
  }

  /** What is known of one frame. */
  static final class Activation {
    private final int function;
    private final FileLines lines;
    private int lineno;
    private Raised raised;

    /** The caller and the line of it that made the call; none at the root of a stack. */
    private FileLines caller;

    private int callerLine;

    private Activation(int function, FileLines lines, int lineno) {
      this.function = function;
      this.lines = lines;
      this.lineno = lineno;
    }
  }

  private final PageContent content;
  private final Map<Code, Integer> functions = new IdentityHashMap<>();

  PageListener(PageContent content) {
    this.content = content;
  }

  @Override
  public Optional<OnStack> begins(TraceThread thread) {
    return Optional.of(new OnStack(content.lanes().of(thread)));
  }

  @Override
  public Activation entered(
      CallStack<OnStack, Activation> stack, Frame frame, int lineno, Entry how) {
    stack.state().settle();
    FileLines lines = content.lines().of(frame.code(), frame.thread().process());
    Activation activation = new Activation(function(frame.code()), lines, lineno);
    called(stack, activation);
    return activation;
  }

  @Override
  public void resumed(
      CallStack<OnStack, Activation> stack, Frame frame, Activation activation, Entry how) {
    stack.state().settle();
    called(stack, activation);
  }

  private static void called(CallStack<OnStack, Activation> stack, Activation activation) {
    activation.caller = stack.isEmpty() ? null : stack.value().lines;
    if (activation.caller != null) {
      activation.callerLine = stack.value().lineno;
      stack.state().opens(activation.caller.key(activation.callerLine));
    }
  }

  private int function(Code code) {
    Integer known = functions.get(code);
    if (known == null) {
      boolean room = content.functions().all().size() < REMEMBERED;
      known = content.functions().of(room ? TracedFunction.of(code) : TracedFunction.OTHER);
      if (functions.size() == REMEMBERED) {
        functions.clear();
      }
      functions.put(code, known);
    }
    return known;
  }

  @Override
  public void left(
      CallStack<OnStack, Activation> stack, Frame frame, Activation activation, long sinceNs) {
    spent(stack, frame, activation, sinceNs);
    stack.state().settle();
    stack.state().leaving = activation.raised;
    activation.raised = null;
    if (stack.isEmpty()) {
      stack.state().settle();
    }
  }

  @Override
  public void vanished(
      CallStack<OnStack, Activation> stack, Frame frame, Activation activation, long sinceNs) {
    left(stack, frame, activation, sinceNs);
    stack.state().settle();
  }

  private void spent(
      CallStack<OnStack, Activation> stack, Frame frame, Activation activation, long sinceNs) {
    boolean outermost =
        activation.caller != null
            && stack.state().closes(activation.caller.key(activation.callerLine));
    if (sinceNs == TraceEvent.NO_TIME || stack.timeNs() == TraceEvent.NO_TIME) {
      return;
    }
    long ns = stack.timeNs() - sinceNs;
    int lane = stack.state().lane.number();
    content.spans().add(new Span(lane, activation.function, frame.depth(), sinceNs, ns));
    if (outermost) {
      activation.caller.call(activation.callerLine, ns);
    }
  }

  @Override
  public void elapsed(CallStack<OnStack, Activation> stack, long ns) {
    stack.state().lane.envelope().add(stack.top().depth(), stack.timeNs(), stack.timeNs() + ns);
    Activation activation = stack.value();
    content.lines().own(activation.lines, activation.lineno, ns);
  }

  @Override
  public void line(CallStack<OnStack, Activation> stack, int lineno) {
    Activation activation = stack.value();
    activation.lineno = lineno;
    activation.lines.hit(lineno);
    stack.state().settle();
    if (activation.raised != null) {
      activation.raised.handledAt(lineno);
    }
  }

  @Override
  public void exception(CallStack<OnStack, Activation> stack, ExceptionEvent event) {
    Activation activation = stack.value();
    Raised leaving = stack.state().leaving;
    if (activation.raised != null) {
      activation.raised.over();
    }
    if (leaving != null && leaving.is(event.type(), event.message())) {
      stack.state().leaving = null;
      leaving.cameUpInto(activation.function);
      activation.raised = leaving;
    } else {
      stack.state().settle();
      activation.raised =
          content.exceptions()
          .new Raised(event.type(), event.message(), activation.function, event.lineno());
    }
  }
}
