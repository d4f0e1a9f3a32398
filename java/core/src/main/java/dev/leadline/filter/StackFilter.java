package dev.leadline.filter;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceThread;
import dev.leadline.filter.StackFilter.NoSuchStackException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Passes on what belongs to one thread, to one process, or to one thread of one process, by their
 * numbers. Header and end of the trace are passed on, too; but where the trace has nothing of that
 * number, its end is a {@link NoSuchStackException}.
 */
public final class StackFilter implements EventSink {

  private final OptionalInt process;
  private final OptionalInt thread;
  private final EventSink downstream;
  private final StacksSeen seen;

  /** A filter; what is empty is not asked for. */
  public StackFilter(OptionalInt process, OptionalInt thread, EventSink downstream) {
    this.process = Objects.requireNonNull(process, "process");
    this.thread = Objects.requireNonNull(thread, "thread");
    this.downstream = downstream;
    this.seen = new StacksSeen(process, thread);
  }

  @Override
  public void header(Header header) throws IOException {
    seen.process(0);
    downstream.header(header);
  }

  @Override
  public void end(Ending ending) throws IOException {
    seen.check();
    downstream.end(ending);
  }

  @Override
  public boolean readsEvents() {
    return true; // to know which threads there are
  }

  @Override
  public boolean readsValues() {
    return downstream.readsValues();
  }

  @Override
  public void events(EventBatch events) throws IOException {
    if (keeps(events.thread())) {
      downstream.events(events);
    }
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    if (record instanceof ProcessBegin begin) {
      seen.process(begin.process().number());
    }
    Optional<TraceThread> stack = record.stack();
    OptionalInt number = record.processNumber();
    boolean kept =
        stack.isPresent() ? keeps(stack.get()) : number.isEmpty() || keeps(number.getAsInt());
    if (kept) {
      downstream.record(record);
    }
  }

  private boolean keeps(TraceThread of) {
    seen.thread(of);
    return keeps(of.process()) && (thread.isEmpty() || thread.getAsInt() == of.id());
  }

  private boolean keeps(int number) {
    return process.isEmpty() || process.getAsInt() == number;
  }

  /** A trace has no process, or no thread, of the number that was asked for; says which it has. */
  public static final class NoSuchStackException extends IOException {

    private static final long serialVersionUID = 1L;

    NoSuchStackException(String message) {
      super(message);
    }
  }

  /** Whether a trace has the stacks that were asked for, and which it has. */
  private static final class StacksSeen {

    private final OptionalInt process;
    private final OptionalInt thread;
    private final Numbers processes = new Numbers();
    private final Numbers threads = new Numbers();
    private boolean hasProcess;
    private boolean hasThread;
    private TraceThread latest;

    StacksSeen(OptionalInt process, OptionalInt thread) {
      this.process = process;
      this.thread = thread;
    }

    /** There is such a process, and every process has a main thread. */
    void process(int number) {
      processes.add(number);
      if (isAskedFor(number)) {
        hasProcess = true;
        thread(0);
      }
    }

    void thread(TraceThread seen) {
      if (seen != latest) {
        latest = seen;
        if (isAskedFor(seen.process())) {
          thread(seen.id());
        }
      }
    }

    /** Complains where nothing in the trace was asked for. */
    void check() throws NoSuchStackException {
      if (!hasProcess) {
        throw new NoSuchStackException(
            "the trace has no process "
                + process.getAsInt()
                + "; it has "
                + processes.text("process", "processes"));
      }
      if (!hasThread) {
        String where = process.isPresent() ? "process " + process.getAsInt() : "the trace";
        throw new NoSuchStackException(
            where
                + " has no thread "
                + thread.getAsInt()
                + "; it has "
                + threads.text("thread", "threads"));
      }
    }

    private boolean isAskedFor(int number) {
      return process.isEmpty() || process.getAsInt() == number;
    }

    private void thread(int number) {
      threads.add(number);
      hasThread |= thread.isEmpty() || thread.getAsInt() == number;
    }
  }

  /** Numbers of processes or threads, for a sentence; a thousand at most. */
  private static final class Numbers {

    private static final int MOST = 1_000;
    private static final int RANGES = 10;

    private final TreeSet<Integer> numbers = new TreeSet<>();

    void add(int number) {
      if (numbers.size() < MOST) {
        numbers.add(number);
      }
    }

    /** {@code "thread 0"}, or {@code "threads 0 to 3, 7"}. */
    String text(String one, String several) {
      List<String> ranges = new ArrayList<>();
      int first = 0;
      for (int number : numbers) {
        first = numbers.contains(number - 1) ? first : number;
        if (!numbers.contains(number + 1)) {
          ranges.add(first == number ? "" + number : first + " to " + number);
        }
      }
      boolean cut = numbers.size() == MOST || ranges.size() > RANGES;
      String list = String.join(", ", ranges.subList(0, Math.min(RANGES, ranges.size())));
      return (numbers.size() == 1 ? one : several) + " " + list + (cut ? " and more" : "");
    }
  }
}
