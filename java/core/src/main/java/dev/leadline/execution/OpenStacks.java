package dev.leadline.execution;

import dev.leadline.event.CallEvent;
import dev.leadline.event.ExceptionEvent;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Turns the events of a stack into activations. */
final class OpenStacks {

  private final ActivationStore store;
  private final CanonicalFiles files;
  private final Suspended suspended = new Suspended();

  OpenStacks(ActivationStore store, CanonicalFiles files) {
    this.store = store;
    this.files = files;
  }

  void event(OpenStack stack, TraceEvent event) throws IOException {
    if (stack.leaving.isPresent()) {
      settle(stack, event);
    }
    Frame frame = event.frame();
    switch (event.kind()) {
      case CALL -> call(stack, (CallEvent) event);
      case LINE -> {
        if (uncover(stack, frame)) {
          line(stack.top(), event.lineno());
        }
      }
      case RETURN -> {
        if (uncover(stack, frame)) {
          elapse(stack, event.timeNs());
          leave(stack);
        }
      }
      case EXCEPTION -> {
        // one that goes through a helper is told to its owner as well, on every interpreter
        if (uncover(stack, frame) && !stack.top().folded()) {
          ExceptionEvent exception = (ExceptionEvent) event;
          OpenActivation open = stack.top().open();
          if (event.lineno() != TraceEvent.NO_LINENO) {
            open.order.add(-event.lineno(), store.facts);
          }
          open.exception(
              new SeenException(
                  exception.type(), exception.lineno(), exception.message(), open.calls));
        }
      }
      case OPCODE -> {}
    }
  }

  private void line(OpenStack.Entry entry, int lineno) throws IOException {
    entry.open().line(lineno);
    if (!entry.folded()) {
      entry.open().order.add(lineno, store.facts);
    }
  }

  /** Frames came or went unseen. */
  void frames(OpenStack stack, List<Frame> frames) throws IOException {
    if (stack.leaving.isPresent() && stack.goesOn(frames)) {
      stack.push(stack.leaving.get().in(frames.get(stack.size())));
      stack.top().open().goesOn();
      stack.leaving = Optional.empty();
    }
    settle(stack);
    int same = stack.same(frames);
    dropTo(stack, same);
    for (Frame frame : frames.subList(same, frames.size())) {
      enter(stack, frame, TraceEvent.NO_LINENO, true);
    }
  }

  /** All that is on the stack is over, and nobody saw how. */
  void abandon(OpenStack stack) throws IOException {
    settle(stack);
    dropTo(stack, 0);
  }

  /** The generators of a process that never ended. */
  void abandon(int process) throws IOException {
    for (OpenActivation open : suspended.take(process)) {
      store.end(open);
    }
  }

  private void call(OpenStack stack, CallEvent event) throws IOException {
    dropTo(stack, stack.beneath(event.frame()));
    elapse(stack, event.timeNs());
    enter(stack, event.frame(), event.lineno(), event.resumed());
  }

  private void enter(OpenStack stack, Frame frame, int lineno, boolean resumed) throws IOException {
    if (HelperFrames.is(frame.code()) && !stack.isEmpty()) {
      OpenActivation owner = stack.top().open();
      owner.helper(frame.code().function());
      stack.push(new OpenStack.Entry(frame, owner, true));
      return;
    }
    OpenActivation open = opened(stack, frame, lineno, resumed);
    open.entered();
    stack.push(new OpenStack.Entry(frame, open, false));
  }

  private OpenActivation opened(OpenStack stack, Frame frame, int lineno, boolean resumed)
      throws IOException {
    int function = store.definitions.number(frame.code(), files);
    if (!Suspended.takes(frame)) {
      return fresh(stack, frame, function, lineno);
    }
    Optional<OpenActivation> known = resumed ? suspended.find(frame, function) : Optional.empty();
    if (known.isPresent()) {
      return known.get();
    }
    OpenActivation open = fresh(stack, frame, function, lineno);
    Optional<OpenActivation> before = suspended.put(frame, open);
    if (before.isPresent()) {
      store.end(before.get());
    }
    return open;
  }

  private OpenActivation fresh(OpenStack stack, Frame frame, int function, int lineno)
      throws IOException {
    store.definitions.called(function);
    return store.open(frame, function, lineno, stack);
  }

  private void leave(OpenStack stack) throws IOException {
    OpenStack.Entry entry = stack.pop();
    if (entry.folded()) {
      return;
    }
    OpenActivation open = entry.open();
    open.left();
    if (entry.frame().activation() != Frame.NO_ACTIVATION) {
      endIteration(open);
    }
    boolean directly = !stack.isEmpty() && entry.frame().depth() == stack.top().frame().depth() + 1;
    if (directly && !open.exceptions.isEmpty()) {
      stack.leaving = Optional.of(entry);
    } else {
      over(entry);
    }
  }

  private static void endIteration(OpenActivation open) {
    open.isGenerator = true;
    if (OpenActivation.ENDS_OF_ITERATION.contains(open.raised)) {
      open.raised = "";
    }
  }

  /** Now it is known whether the caller of the one that left last was told of its exception. */
  private void settle(OpenStack stack, TraceEvent next) throws IOException {
    OpenActivation open = stack.leaving.orElseThrow().open();
    if (next instanceof ExceptionEvent told) {
      open.told(told);
    } else {
      open.raised = "";
    }
    settle(stack);
  }

  /** What it had for its end is its end. */
  private void settle(OpenStack stack) throws IOException {
    if (stack.leaving.isPresent()) {
      OpenStack.Entry entry = stack.leaving.get();
      stack.leaving = Optional.empty();
      over(entry);
    }
  }

  /** It is off the stack: for good, unless it is one that may go on. */
  private void over(OpenStack.Entry entry) throws IOException {
    if (!Suspended.takes(entry.frame())) {
      store.end(entry.open());
    }
  }

  private boolean uncover(OpenStack stack, Frame frame) throws IOException {
    if (!stack.isEmpty() && stack.top().frame() == frame) {
      return true;
    }
    int size = stack.upTo(frame);
    if (size > 0) {
      dropTo(stack, size);
    }
    return size > 0;
  }

  /** Leaves the frames above that many, whose return nobody told. */
  private void dropTo(OpenStack stack, int size) throws IOException {
    while (stack.size() > size) {
      OpenStack.Entry entry = stack.pop();
      if (!entry.folded()) {
        over(entry);
      }
    }
  }

  private void elapse(OpenStack stack, long timeNs) {
    long passed = stack.elapse(timeNs);
    if (passed > 0 && !stack.isEmpty()) {
      store.definitions.elapsed(stack.top().open().function, passed);
    }
  }
}
