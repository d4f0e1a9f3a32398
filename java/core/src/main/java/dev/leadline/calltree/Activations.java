package dev.leadline.calltree;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import java.util.IdentityHashMap;
import java.util.Map;

/** The stacks of all threads; takes each event to the tally it counts for. */
final class Activations {

  /** Says what a call counts for. */
  interface Placement {
    /** The tally of a call that was made with this stack beneath it. */
    Tally place(Frame frame, ActivationStack beneath);
  }

  private final Placement placement;
  private final Map<TraceThread, ActivationStack> stacks = new IdentityHashMap<>();
  private TraceThread current;
  private ActivationStack currentStack = new ActivationStack();
  private long lastNs = TraceEvent.NO_TIME;

  Activations(Placement placement) {
    this.placement = placement;
  }

  void event(TraceEvent event) {
    Frame frame = event.frame();
    ActivationStack stack = stack(frame.thread());
    switch (event.kind()) {
      case CALL -> stack.enter(frame, placement.place(frame, stack), event.timeNs());
      case LINE -> stack.line(frame);
      case RETURN -> stack.leave(frame, event.timeNs());
      case EXCEPTION -> stack.exception(frame);
      case OPCODE -> {}
    }
  }

  /** Closes what is open, at the last time that any thread told. */
  void end() {
    for (ActivationStack stack : stacks.values()) {
      lastNs = Math.max(lastNs, stack.lastNs());
    }
    for (ActivationStack stack : stacks.values()) {
      stack.leaveAll(lastNs);
    }
  }

  private ActivationStack stack(TraceThread thread) {
    if (thread != current) {
      forgetIfEmpty();
      current = thread;
      currentStack = stacks.computeIfAbsent(thread, key -> new ActivationStack());
    }
    return currentStack;
  }

  /** Keeps no stack without frames: a program may start threads without end. */
  private void forgetIfEmpty() {
    if (currentStack.isEmpty()) {
      lastNs = Math.max(lastNs, currentStack.lastNs());
      stacks.remove(current);
    }
  }
}
