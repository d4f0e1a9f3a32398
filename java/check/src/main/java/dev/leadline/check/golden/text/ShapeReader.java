package dev.leadline.check.golden.text;

import dev.leadline.causes.ExceptionNames;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.golden.text.GoldenText.TooLongException;
import dev.leadline.event.EventKind;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Outcome;
import dev.leadline.execution.TracedStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the shapes of an execution's stacks. */
final class ShapeReader {

  private static final int REMEMBERED = 1 << 16;

  private final Execution execution;
  private final Shapes shapes = new Shapes();
  private final Map<Long, GoldenShape> byHash = new HashMap<>();
  private final ShapeOf shapeOf;

  ShapeReader(Execution execution) {
    this.execution = execution;
    this.shapeOf = new ShapeOf(shapes, execution.facts().header());
  }

  /** An activation whose callees are being read. */
  private static final class Open {
    final int activation;
    final List<GoldenShape> called = new ArrayList<>();
    int next;

    Open(int activation, int next) {
      this.activation = activation;
      this.next = next;
    }
  }

  /**
   * What was called on a stack, in its order. What the program's own module called counts as having
   * no caller, and so does what a process called in the frames that it got from its parent.
   */
  List<GoldenShape> of(TracedStack stack) throws TooLongException {
    Deque<Open> open = new ArrayDeque<>();
    Open roots = new Open(Execution.NONE, execution.firstRoot(stack));
    open.push(roots);
    while (roots.next != Execution.NONE || open.size() > 1) {
      Open top = open.peek();
      if (top.next != Execution.NONE) {
        enter(open, top);
      } else {
        open.pop();
        leave(top, open.peek(), stack);
      }
    }
    roots.called.removeIf(shape -> shape == GoldenShape.NOTHING);
    return roots.called;
  }

  private void enter(Deque<Open> open, Open top) {
    int callee = top.next;
    top.next = execution.next(callee);
    GoldenShape known = byHash.get(execution.fullHash(callee));
    // a root may be one that is not shown, and do what a shown one does
    if (known == null || top.activation == Execution.NONE) {
      open.push(new Open(callee, execution.firstChild(callee)));
    } else {
      top.called.add(known);
    }
  }

  private void leave(Open left, Open caller, TracedStack stack) throws TooLongException {
    Activation activation = execution.activation(left.activation);
    if (isTransparent(activation, stack)) {
      caller.called.addAll(left.called);
      return;
    }
    GoldenShape shape = shapeOf.activation(activation, left.called);
    if (byHash.size() == REMEMBERED) {
      byHash.clear();
    }
    byHash.put(activation.fullHash(), shape);
    caller.called.add(shape);
  }

  private static boolean isTransparent(Activation activation, TracedStack stack) {
    boolean inherited =
        activation.lineno() == TraceEvent.NO_LINENO
            && stack.process().header().origin() == Header.Origin.FORK;
    return inherited || activation.definition().base();
  }

  /**
   * Makes the shape of an activation: what it called, and the exceptions that began in it and did
   * not end it, in their order. What interpreters tell in different ways is left out.
   */
  private static final class ShapeOf {

    private final Shapes shapes;
    private final Header header;
    private final ExceptionsShown exceptions;

    ShapeOf(Shapes shapes, Header header) {
      this.shapes = shapes;
      this.header = header;
      this.exceptions = new ExceptionsShown(header.recording());
    }

    /**
     * The shape of an activation.
     *
     * @param called shapes of all that it called, in their order
     */
    GoldenShape activation(Activation activation, List<GoldenShape> called)
        throws TooLongException {
      if (exceptions.neverRan(activation)) {
        return GoldenShape.NOTHING;
      }
      String ending = exceptions.ending(activation);
      List<GoldenShape> body = body(activation, called, ending);
      Optional<Place> place = Spots.of(activation.definition(), header);
      return shapes.of(new GoldenShape.Key(activation.key(), "", ending, Repeated.of(body)), place);
    }

    private List<GoldenShape> body(Activation activation, List<GoldenShape> called, String ending)
        throws TooLongException {
      List<GoldenShape> body = new ArrayList<>();
      int calls = 0;
      for (SeenException seen : exceptions.of(activation, called, ending)) {
        add(body, called.subList(calls, seen.calls()));
        calls = seen.calls();
        body.add(exception(activation, seen));
      }
      add(body, called.subList(calls, called.size()));
      return body;
    }

    private static void add(List<GoldenShape> body, List<GoldenShape> called) {
      for (GoldenShape shape : called) {
        if (shape != GoldenShape.NOTHING) {
          body.add(shape);
        }
      }
    }

    private GoldenShape exception(Activation activation, SeenException seen)
        throws TooLongException {
      Optional<Place> place = Spots.of(activation.definition().file(), seen.lineno(), header);
      return shapes.of(new GoldenShape.Key(activation.key(), seen.type(), "", List.of()), place);
    }

    /** Which exceptions of an activation a golden trace shows, and what it calls them. */
    private static final class ExceptionsShown {

      /**
       * Whether the end of an iteration is reported depends on the release (bpo-41756, gh-96793,
       * gh-113728).
       */
      private static final Set<String> ENDS =
          Set.of("StopIteration", "StopAsyncIteration", "GeneratorExit");

      /**
       * The program's own module, and what multiprocessing calls it in the workers that it starts.
       */
      private static final Pattern MAIN = Pattern.compile("^__(?:mp_)?main__\\.");

      private final boolean linesKnown;

      ExceptionsShown(Recording recording) {
        this.linesKnown = recording.events().contains(EventKind.LINE);
      }

      /**
       * Whether it is a generator that 3.11 alone enters, to end it before it began (gh-100762).
       */
      boolean neverRan(Activation activation) {
        return linesKnown
            && activation.lines().isEmpty()
            && activation.exceptionCount() == 1
            && activation.exceptions().get(0).type().equals("GeneratorExit");
      }

      /** How it ended; empty for a plain return. */
      String ending(Activation activation) {
        Outcome outcome = activation.outcome();
        return switch (outcome.kind()) {
          case RETURNED -> "";
          case OPEN -> "open";
          case RAISED -> endsIteration(activation) ? "" : GoldenShape.raising(name(outcome.type()));
        };
      }

      /**
       * Those that began in it, or in code that it calls and that is not recorded, and did not end
       * it: what came up from a callee is that one's ending, what left it is its own.
       *
       * @param called shapes of all that it called
       * @param ending as {@link #ending} has it
       */
      List<SeenException> of(Activation activation, List<GoldenShape> called, String ending) {
        List<SeenException> shown = new ArrayList<>();
        int calls = 0;
        for (SeenException seen : activation.exceptions()) {
          if (!ENDS.contains(seen.type())) {
            SeenException named =
                new SeenException(name(seen.type()), seen.lineno(), seen.message(), seen.calls());
            if (!cameUp(named, calls, called)) {
              shown.add(named);
            }
            calls = seen.calls();
          }
        }
        if (!shown.isEmpty()) {
          SeenException last = shown.get(shown.size() - 1);
          if (last.calls() == called.size() && ending.equals(GoldenShape.raising(last.type()))) {
            shown.remove(last);
          }
        }
        return shown;
      }

      /** Whether it is what ended the callee right before. */
      private static boolean cameUp(SeenException seen, int callsBefore, List<GoldenShape> called) {
        return seen.calls() > callsBefore && called.get(seen.calls() - 1).raised(seen.type());
      }

      /** Whether the end of an iterator is reported in the loop. */
      private static boolean endsIteration(Activation activation) {
        String type = activation.outcome().type();
        String name = activation.definition().name();
        return type.equals("GeneratorExit")
            || ENDS.contains(type) && (name.equals("__next__") || name.equals("__anext__"));
      }

      private static String name(String type) {
        return MAIN.matcher(ExceptionNames.newest(type)).replaceFirst("");
      }
    }
  }
}
