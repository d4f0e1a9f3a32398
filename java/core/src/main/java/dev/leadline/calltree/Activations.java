package dev.leadline.calltree;

import dev.leadline.event.CallEvent;
import dev.leadline.event.Ending;
import dev.leadline.event.Frame;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The stacks of all threads; takes each event to the tally it counts for. */
final class Activations {

  /** Says what a call counts for. */
  interface Placement {
    /** The tally of a call that was made with this stack beneath it. */
    Tally place(Frame frame, ActivationStack beneath);
  }

  private final Placement placement;
  private final Suspended suspended = new Suspended();
  private final Map<TraceThread, ActivationStack> stacks = new IdentityHashMap<>();
  private TraceThread current;
  private ActivationStack currentStack = new ActivationStack();
  private long lastNs = TraceEvent.NO_TIME;
  private boolean limited;

  Activations(Placement placement) {
    this.placement = placement;
  }

  void event(TraceEvent event) {
    Frame frame = event.frame();
    ActivationStack stack = stack(frame.thread());
    switch (event.kind()) {
      case CALL -> call((CallEvent) event, stack);
      case LINE -> stack.line(frame);
      case RETURN -> stack.leave(frame, event.timeNs());
      case EXCEPTION -> stack.exception(frame);
      case OPCODE -> {}
    }
  }

  /** Frames came or went unseen; nobody called those that are new. */
  void stack(TraceThread thread, List<Frame> frames) {
    ActivationStack stack = stack(thread);
    stack.blind(false);
    for (Frame frame : frames.subList(stack.keep(frames), frames.size())) {
      stack.enter(frame, tally(frame, true, stack), stack.lastNs());
    }
  }

  /** Events are missing: what is open may be gone long before the end. */
  void notice(Notice notice) {
    limited |= notice.kind() == Notice.Kind.LIMIT;
    notice.gap().ifPresent(gap -> stack(gap.thread()).blind(true));
  }

  /** Closes what is open in a process that is gone, at the last time that is known of it. */
  void processEnd(int process, Ending ending) {
    long last = TraceEvent.NO_TIME;
    for (Map.Entry<TraceThread, ActivationStack> entry : stacks.entrySet()) {
      if (entry.getKey().process() == process) {
        last = Math.max(last, entry.getValue().lastNs());
      }
    }
    for (Iterator<Map.Entry<TraceThread, ActivationStack>> entries = stacks.entrySet().iterator();
        entries.hasNext(); ) {
      Map.Entry<TraceThread, ActivationStack> entry = entries.next();
      if (entry.getKey().process() == process) {
        close(entry.getValue(), last, ending);
        entries.remove();
      }
    }
    suspended.forget(process);
    current = null;
    currentStack = new ActivationStack();
  }

  /** Closes what is open, at the last time that is known. */
  void end(Ending ending) {
    for (ActivationStack stack : stacks.values()) {
      lastNs = Math.max(lastNs, stack.lastNs());
    }
    for (ActivationStack stack : stacks.values()) {
      close(stack, lastNs, ending);
    }
  }

  /** The frames of a process that was stopped stood there until then, as far as one could see. */
  private void close(ActivationStack stack, long lastToldNs, Ending ending) {
    boolean seen = !limited && !stack.blind() && lastToldNs != TraceEvent.NO_TIME;
    stack.leaveTo(0, seen ? Math.max(lastToldNs, openUntil(ending)) : lastToldNs);
  }

  private static long openUntil(Ending ending) {
    return switch (ending.outcome()) {
      case TIMED_OUT, LEFT, DIED, CUT -> ending.timeNs();
      case COMPLETED, RAISED, EXITED, NOT_FOUND -> TraceEvent.NO_TIME;
    };
  }

  private void call(CallEvent event, ActivationStack stack) {
    Frame frame = event.frame();
    stack.expect(frame, event.timeNs());
    Tally tally = tally(frame, event.resumed(), stack);
    if (event.resumed()) {
      tally.resume();
    } else {
      tally.call();
    }
    stack.enter(frame, tally, event.timeNs());
  }

  /** What a frame counts for: one that goes on, for what it counted for before. */
  private Tally tally(Frame frame, boolean resumed, ActivationStack stack) {
    if (frame.activation() == Frame.NO_ACTIVATION) {
      return placement.place(frame, stack);
    }
    Tally tally =
        resumed
            ? suspended.find(frame).orElseGet(() -> placement.place(frame, stack))
            : placement.place(frame, stack);
    suspended.put(frame, tally);
    return tally;
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
