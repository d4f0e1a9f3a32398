package dev.leadline.calltree;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceRecord.ProcessEnd;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The processes of a trace: what each ran, how many events it gave, and what became of it. */
public final class ProcessTotals implements EventSink {

  private static final int PROCESSES = 10_000;

  /**
   * One process.
   *
   * @param process what it says of itself
   * @param ending what became of it; empty before its end is known
   * @param events events of each kind; kinds without an event are absent
   */
  public record Totals(TraceProcess process, Optional<Ending> ending, Map<EventKind, Long> events) {
    public Totals {
      Objects.requireNonNull(process, "process");
      Objects.requireNonNull(ending, "ending");
      events = Map.copyOf(events);
    }
  }

  private static final class Counted {
    private final TraceProcess process;
    private final long[] counts = new long[EventKind.values().length];
    private Optional<Ending> ending = Optional.empty();

    Counted(TraceProcess process) {
      this.process = process;
    }

    private Totals totals() {
      Map<EventKind, Long> events = new EnumMap<>(EventKind.class);
      for (EventKind kind : EventKind.values()) {
        if (counts[kind.ordinal()] > 0) {
          events.put(kind, counts[kind.ordinal()]);
        }
      }
      return new Totals(process, ending, events);
    }
  }

  private final Map<Integer, Counted> processes = new TreeMap<>();
  private long more;
  private int latest = -1;
  private long[] ofLatest = new long[0];

  @Override
  public void header(Header header) {
    begin(new TraceProcess(0, header));
  }

  @Override
  public void record(TraceRecord record) {
    if (record instanceof ProcessBegin begin) {
      begin(begin.process());
    } else if (record instanceof ProcessEnd end) {
      ended(end.process().number(), end.ending());
    }
  }

  private void begin(TraceProcess process) {
    if (processes.size() < PROCESSES) {
      processes.put(process.number(), new Counted(process));
    } else {
      more++;
    }
  }

  @Override
  public void events(EventBatch events) {
    int number = events.thread().process();
    if (number != latest) {
      latest = number;
      Counted counted = processes.get(number);
      ofLatest = counted == null ? new long[EventKind.values().length] : counted.counts;
    }
    for (int i = 0; i < events.size(); i++) {
      ofLatest[events.kind(i).ordinal()]++;
    }
  }

  /** Takes over what another one counted of a process, instead of its events. */
  public void counted(int number, Map<EventKind, Long> events) {
    Counted counted = processes.get(number);
    if (counted != null) {
      events.forEach((kind, count) -> counted.counts[kind.ordinal()] = count);
    }
  }

  @Override
  public void end(Ending ending) {
    ended(0, ending);
  }

  /** The processes in the order of their numbers; ten thousand at most. */
  public List<Totals> processes() {
    return processes.values().stream().map(Counted::totals).toList();
  }

  /** How many processes there are besides. */
  public long more() {
    return more;
  }

  private void ended(int number, Ending ending) {
    Counted counted = processes.get(number);
    if (counted != null) {
      counted.ending = Optional.of(ending);
    }
  }
}
