package dev.leadline.execution;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The stacks of an execution, in the order in which they were first seen. */
final class StackTable {

  private static final int MOST = 10_000;

  private final ActivationStore store;
  private final Map<Integer, TraceProcess> processes = new HashMap<>();
  private final Map<TraceThread, Optional<OpenStack>> open = new IdentityHashMap<>();
  private final Map<TraceThread, Integer> bases = new IdentityHashMap<>();
  private final List<TracedStack> traced = new ArrayList<>();

  private TraceThread latest;
  private Optional<OpenStack> ofLatest = Optional.empty();
  private long unplaced;

  StackTable(ActivationStore store, TraceProcess program) {
    this.store = store;
    process(program);
  }

  void process(TraceProcess process) {
    processes.put(process.number(), process);
  }

  /** The thread's stack; none beyond ten thousand stacks. */
  Optional<OpenStack> of(TraceThread thread) {
    if (thread != latest) {
      latest = thread;
      Optional<OpenStack> known = open.get(thread);
      ofLatest = known == null ? add(thread) : known;
    }
    return ofLatest;
  }

  /** The base depth was measured, perhaps before any event of the stack. */
  void base(TraceThread thread, int depth) {
    Optional<OpenStack> known = open.get(thread);
    if (known != null && known.isPresent()) {
      int number = known.get().number;
      TracedStack stack = traced.get(number);
      traced.set(number, of(number, stack.process(), thread, OptionalInt.of(depth)));
    } else if (bases.size() < MOST) {
      bases.put(thread, depth);
    }
  }

  /** Forgets the open stacks of a process. */
  void close(int process) {
    latest = null;
    open.keySet().removeIf(thread -> thread.process() == process);
  }

  List<TracedStack> traced() {
    return List.copyOf(traced);
  }

  /** Stacks that found no place. */
  long unplaced() {
    return unplaced;
  }

  private Optional<OpenStack> add(TraceThread thread) {
    if (traced.size() == MOST) {
      unplaced++;
      open.put(thread, Optional.empty());
      return Optional.empty();
    }
    int number = traced.size();
    Integer base = bases.remove(thread);
    OptionalInt depth = base == null ? OptionalInt.empty() : OptionalInt.of(base);
    traced.add(of(number, processes.get(thread.process()), thread, depth));
    store.addStack();
    Optional<OpenStack> stack = Optional.of(new OpenStack(number));
    open.put(thread, stack);
    return stack;
  }

  private static TracedStack of(
      int number, TraceProcess process, TraceThread thread, OptionalInt base) {
    return new TracedStack(number, process, thread.id(), thread.name(), thread.greenlet(), base);
  }

  /** What is known of one stack besides its frames. */
  static final class OpenStack {

    /**
     * What a frame runs for.
     *
     * @param folded whether it is a helper's, which runs for the activation of its caller
     */
    record Running(OpenActivation open, boolean folded) {}

    /**
     * A frame that left the stack.
     *
     * @param caller the frame that is on top of the stack then
     */
    record Left(Frame frame, Running running, Frame caller) {

      /** Whether no frame that is not recorded stood between the two. */
      boolean isDirect() {
        return frame.depth() == caller.depth() + 1;
      }
    }

    final int number;
    int lastRoot = ActivationTable.NONE;

    /** Left with an exception; whether that reached its caller is known with the next event. */
    Optional<Left> leaving = Optional.empty();

    OpenStack(int number) {
      this.number = number;
    }
  }
}
