package dev.leadline.execution;

import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The stacks of an execution, in the order in which they were first heard of. */
final class StackTable {

  private static final int MOST = 10_000;

  private final ActivationStore store;
  private final Map<Integer, TraceProcess> processes = new HashMap<>();
  private final Map<TraceThread, Optional<OpenStack>> open = new IdentityHashMap<>();
  private final Map<TraceThread, Integer> bases = new IdentityHashMap<>();
  private final List<TracedStack> traced = new ArrayList<>();
  private final Set<Integer> live = new TreeSet<>();
  private TraceThread latest;
  private Optional<OpenStack> ofLatest = Optional.empty();
  private long unplaced;

  StackTable(ActivationStore store, TraceProcess program) {
    this.store = store;
    process(program);
  }

  void process(TraceProcess process) {
    processes.put(process.number(), process);
    live.add(process.number());
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

  /** The base depth was measured, perhaps before anything else of the stack was heard. */
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

  /** Numbers of the processes that are not closed. */
  Set<Integer> processes() {
    return Set.copyOf(live);
  }

  /** Forgets the open stacks of a process. */
  List<OpenStack> close(int process) {
    live.remove(process);
    latest = null;
    List<OpenStack> closed = new ArrayList<>();
    for (Iterator<Map.Entry<TraceThread, Optional<OpenStack>>> entries = open.entrySet().iterator();
        entries.hasNext(); ) {
      Map.Entry<TraceThread, Optional<OpenStack>> entry = entries.next();
      if (entry.getKey().process() == process) {
        entry.getValue().ifPresent(closed::add);
        entries.remove();
      }
    }
    return closed;
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
}
