package dev.leadline.execution;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.StackState;
import dev.leadline.event.TraceThread;
import dev.leadline.execution.Activation.SeenException;
import dev.leadline.execution.StackTable.OpenStack;
import dev.leadline.execution.StackTable.OpenStack.Left;
import dev.leadline.execution.StackTable.OpenStack.Running;
import dev.leadline.stacks.CallStack;
import dev.leadline.stacks.StackListener;
import dev.leadline.stacks.StackReplay;
import java.io.IOException;
import java.util.Optional;

/** Turns the frames of a trace into activations. */
final class ActivationWriter implements StackListener<OpenStack, Running> {

  private final ActivationStore store;
  private final CanonicalFiles files;
  private final StackTable stacks;
  private final StackReplay<OpenStack, Running> replay = new StackReplay<>(this);

  /** How many frames are on the stack that is stated. */
  private int stated;

  ActivationWriter(ActivationStore store, CanonicalFiles files, StackTable stacks) {
    this.store = store;
    this.files = files;
    this.stacks = stacks;
  }

  void events(EventBatch events) throws IOException {
    Optional<OpenStack> stack = stacks.of(events.thread());
    for (int i = 0; i < events.size(); i++) {
      if (stack.isPresent() && stack.get().leaving.isPresent()) {
        settle(stack.get(), events.event(i));
      }
      replay.event(events, i);
    }
  }

  void record(TraceRecord record) throws IOException {
    if (record instanceof StackState state) {
      stated = state.frames().size();
    }
    replay.record(record);
    if (record instanceof StackState state) {
      Optional<OpenStack> stack = stacks.of(state.thread());
      if (stack.isPresent()) {
        settle(stack.get());
      }
    }
  }

  void end(Ending ending) throws IOException {
    replay.end(ending);
  }

  @Override
  public Optional<OpenStack> begins(TraceThread thread) {
    return stacks.of(thread);
  }

  @Override
  public Running entered(CallStack<OpenStack, Running> stack, Frame frame, int lineno, Entry how)
      throws IOException {
    Optional<Running> again = goesOn(stack, frame, how);
    if (again.isPresent()) {
      return again.get();
    }
    if (HelperFrames.is(frame.code()) && !stack.isEmpty()) {
      OpenActivation owner = stack.value().open();
      owner.helper(frame.code().function());
      return new Running(owner, true);
    }
    int function = store.definitions.number(frame.code(), files);
    store.definitions.called(function);
    OpenActivation open = store.open(frame, function, lineno, stack);
    open.entered();
    return new Running(open, false);
  }

  @Override
  public void resumed(CallStack<OpenStack, Running> stack, Frame frame, Running running, Entry how)
      throws IOException {
    if (goesOn(stack, frame, how).isPresent()) {
      return;
    }
    if (running.folded()) {
      running.open().helper(frame.code().function());
    } else {
      running.open().entered();
    }
  }

  /**
   * What the frame runs for that left the stack last, where this is it: 3.15.2 reports a return
   * where a frame goes on with its exception.
   */
  private Optional<Running> goesOn(CallStack<OpenStack, Running> stack, Frame frame, Entry how)
      throws IOException {
    OpenStack state = stack.state();
    if (how != Entry.UNSEEN || state.leaving.isEmpty()) {
      return Optional.empty();
    }
    Left left = state.leaving.get();
    if (stated != stack.size() + 1
        || left.frame().code() != frame.code()
        || left.frame().depth() != frame.depth()) {
      settle(state);
      return Optional.empty();
    }
    left.running().open().goesOn();
    state.leaving = Optional.empty();
    return Optional.of(left.running());
  }

  @Override
  public void left(CallStack<OpenStack, Running> stack, Frame frame, Running running, long sinceNs)
      throws IOException {
    if (!running.folded()) {
      running.open().left();
      over(stack, frame, running);
    }
  }

  @Override
  public void suspended(
      CallStack<OpenStack, Running> stack, Frame frame, Running running, long sinceNs)
      throws IOException {
    if (!running.folded()) {
      running.open().suspended();
      over(stack, frame, running);
    }
  }

  private void over(CallStack<OpenStack, Running> stack, Frame frame, Running running)
      throws IOException {
    if (stack.isEmpty() || running.open().exceptions.isEmpty()) {
      end(frame, running);
    } else {
      stack.state().leaving = Optional.of(new Left(frame, running, stack.top()));
    }
  }

  @Override
  public void vanished(
      CallStack<OpenStack, Running> stack, Frame frame, Running running, long sinceNs)
      throws IOException {
    settle(stack.state());
    if (!running.folded()) {
      end(frame, running);
    }
  }

  /** It is over, unless it is a generator's, which may be resumed. */
  private void end(Frame frame, Running running) throws IOException {
    if (!StackReplay.mayResume(frame)) {
      store.end(running.open());
    }
  }

  @Override
  public void ended(Running running) throws IOException {
    if (!running.folded()) {
      store.end(running.open());
    }
  }

  @Override
  public void elapsed(CallStack<OpenStack, Running> stack, long ns) {
    if (ns > 0) {
      OpenActivation open = stack.value().open();
      open.ownNs += ns;
      store.definitions.elapsed(open.function, ns);
    }
  }

  @Override
  public void line(CallStack<OpenStack, Running> stack, int lineno) throws IOException {
    Running running = stack.value();
    OpenActivation open = running.open();
    open.line(lineno);
    if (running.folded()) {
      open.otherLines.add(lineno);
    } else {
      open.order.add(lineno, store.facts, open.otherLines);
    }
  }

  /** One that passes through a helper is reported in its caller as well, on every interpreter. */
  @Override
  public void exception(CallStack<OpenStack, Running> stack, ExceptionEvent event)
      throws IOException {
    Running running = stack.value();
    if (running.folded()) {
      return;
    }
    OpenActivation open = running.open();
    if (event.lineno() > 0) {
      open.order.add(-event.lineno(), store.facts, open.otherLines);
    }
    open.exception(new SeenException(event.type(), event.lineno(), event.message(), open.calls));
  }

  /**
   * The next event shows whether the exception of the one that left last reached its caller. Frames
   * between the two that are not recorded may have handled it.
   */
  private void settle(OpenStack stack, TraceEvent next) throws IOException {
    Left left = stack.leaving.orElseThrow();
    OpenActivation open = left.running().open();
    if (next instanceof ExceptionEvent exception && next.frame() == left.caller()) {
      open.reachedCaller(exception);
    } else if (left.isDirect()) {
      open.raised = "";
    }
    settle(stack);
  }

  /** What it had for its end is its end. */
  private void settle(OpenStack stack) throws IOException {
    if (stack.leaving.isPresent()) {
      Left left = stack.leaving.get();
      stack.leaving = Optional.empty();
      end(left.frame(), left.running());
    }
  }
}
