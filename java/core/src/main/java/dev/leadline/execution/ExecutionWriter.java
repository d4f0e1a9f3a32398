package dev.leadline.execution;

import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a trace into an {@link Execution}, as it is heard. The heap holds what is open: the frames
 * on the stacks and the generators that are alive. Closing it gives up what was written, unless the
 * execution was taken.
 */
public final class ExecutionWriter implements EventSink, Closeable {

  private static final int NOTICES = 100;

  private final ActivationStore store;
  private final Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
  private final long[] events = new long[EventKind.values().length];
  private final List<Notice> notices = new ArrayList<>();
  private StackTable stacks;
  private OpenStacks open;
  private Header header;
  private Optional<Ending> ending = Optional.empty();
  private boolean taken;

  private ExecutionWriter(ActivationStore store) {
    this.store = store;
  }

  /** A writer into the system's directory for temporary files. */
  public static ExecutionWriter create() {
    return create(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** A writer into temporary files in this directory, readable by nobody else. */
  public static ExecutionWriter create(Path directory) {
    return new ExecutionWriter(new ActivationStore(directory));
  }

  @Override
  public void header(Header header) {
    this.header = header;
    stacks = new StackTable(store, new TraceProcess(0, header));
    open = new OpenStacks(store, new CanonicalFiles(header));
  }

  @Override
  public void process(TraceProcess process) {
    stacks.process(process);
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    events[event.kind().ordinal()]++;
    Optional<OpenStack> stack = stacks.of(event.frame().thread());
    if (stack.isPresent()) {
      open.event(stack.get(), event);
    }
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth) {
    stacks.base(thread, depth);
  }

  @Override
  public void stack(TraceThread thread, List<Frame> frames) throws IOException {
    Optional<OpenStack> stack = stacks.of(thread);
    if (stack.isPresent()) {
      open.frames(stack.get(), frames);
    }
  }

  @Override
  public void notice(Notice notice) {
    if (notices.size() < NOTICES) {
      notices.add(notice);
    }
  }

  @Override
  public void processEnd(TraceProcess process, Ending ending) throws IOException {
    close(process.number());
    if (ending.outcome() == Ending.Outcome.DIED) {
      notice(
          new Notice(
              Notice.Kind.GAP,
              "process " + process.number() + " died, and its last events with it"));
    }
  }

  @Override
  public void end(Ending ending) throws IOException {
    for (int process : stacks.processes()) {
      close(process);
    }
    store.table.sumUp();
    this.ending = Optional.of(ending);
  }

  /**
   * What was written; to be closed by whoever takes it.
   *
   * @throws IllegalStateException if the trace is not over, or somebody took it before
   */
  public Execution execution() {
    if (taken) {
      throw new IllegalStateException("the execution was taken before");
    }
    for (EventKind kind : EventKind.values()) {
      counts.put(kind, events[kind.ordinal()]);
    }
    counts.values().removeIf(count -> count == 0);
    Ending end = ending.orElseThrow(() -> new IllegalStateException("the trace is not over"));
    taken = true;
    List<TracedStack> traced = stacks.traced();
    return new Execution(
        store,
        traced,
        new ExecutionFacts(
            header, end, counts, store.table.count(), traced.size(), stacks.unplaced(), notices));
  }

  @Override
  public void close() throws IOException {
    if (!taken) {
      store.close();
    }
  }

  private void close(int process) throws IOException {
    for (OpenStack stack : stacks.close(process)) {
      open.abandon(stack);
    }
    open.abandon(process);
  }
}
