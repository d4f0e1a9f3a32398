package dev.leadline.execution;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceRecord.ProcessEnd;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.source.StoredSources;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a trace into an {@link Execution}, as it is read. The heap holds what is open: the frames
 * on the stacks and the generators that are alive. Closing it gives up what was written, unless the
 * execution was taken.
 */
public final class ExecutionWriter implements EventSink, Closeable {

  private static final int NOTICES = 100;

  private final ActivationStore store;
  private final Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
  private final long[] events = new long[EventKind.values().length];
  private final List<Notice> notices = new ArrayList<>();
  private final StoredSources sources = new StoredSources();
  private StackTable stacks;
  private ActivationWriter activations;
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

  /** A writer into temporary files in this directory, not readable by other users. */
  public static ExecutionWriter create(Path directory) {
    return new ExecutionWriter(new ActivationStore(directory));
  }

  @Override
  public void header(Header header) {
    this.header = header;
    stacks = new StackTable(store, new TraceProcess(0, header));
    activations = new ActivationWriter(store, new CanonicalFiles(header), stacks);
  }

  @Override
  public void events(EventBatch batch) throws IOException {
    for (int i = 0; i < batch.size(); i++) {
      events[batch.kind(i).ordinal()]++;
    }
    activations.events(batch);
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    if (record instanceof ProcessBegin begin) {
      stacks.process(begin.process());
    } else if (record instanceof BaseDepth base) {
      stacks.base(base.thread(), base.depth());
    } else if (record instanceof Notice notice) {
      keep(notice);
    }
    sources.record(record);
    activations.record(record);
    if (record instanceof ProcessEnd end) {
      ended(end.process().number(), end.ending());
    }
  }

  private void ended(int process, Ending ending) {
    stacks.close(process);
    if (ending.outcome() == Ending.Outcome.DIED) {
      keep(
          new Notice(Notice.Kind.GAP, "process " + process + " died, and its last events with it"));
    }
  }

  private void keep(Notice notice) {
    if (notices.size() < NOTICES) {
      notices.add(notice);
    }
  }

  @Override
  public void end(Ending ending) throws IOException {
    activations.end(ending);
    store.table.sumUp();
    this.ending = Optional.of(ending);
  }

  /**
   * What was written; to be closed by whoever takes it.
   *
   * @throws IllegalStateException if the trace is not over, or it was taken before
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
            header,
            end,
            counts,
            store.table.count(),
            traced.size(),
            stacks.unplaced(),
            notices,
            sources));
  }

  @Override
  public void close() throws IOException {
    if (!taken) {
      store.close();
    }
  }
}
