package dev.leadline.filter;

import dev.leadline.event.CallCount;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.ForwardingSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.LayersSeen;
import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import dev.leadline.event.ValueKind;
import dev.leadline.event.Values;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Passes on the events that a choice keeps, of those that a trace holds; the header it passes on
 * says what is left. It can only narrow.
 */
public final class FilterSink extends ForwardingSink {

  private final Recording choice;
  private final EventSink downstream;
  private final boolean structure;
  private final long limit;
  private final boolean[] kinds = new boolean[EventKind.values().length];
  private final Map<Integer, FrameFilter> framesOf = new HashMap<>();
  private final Set<ValueKind> values;
  private FrameFilter frames;
  private int process;
  private Frame decidedFrame;
  private boolean keepsDecided;
  private boolean limitReached;
  private long kept;

  /**
   * A filter for sinks that list events.
   *
   * @throws BadGlobException if a glob of the choice cannot be read
   */
  public FilterSink(Recording choice, EventSink downstream) {
    this(choice, downstream, false);
  }

  private FilterSink(Recording choice, EventSink downstream, boolean structure) {
    this.choice = choice;
    this.downstream = downstream;
    this.structure = structure;
    this.values = choice.values();
    this.limit = choice.maxEvents().orElse(Long.MAX_VALUE);
    new Globs("include", choice.include());
    new Globs("exclude", choice.exclude());
    new Globs("function", choice.functions());
  }

  /**
   * A filter that lets calls and returns pass whether or not their kinds are chosen, for a sink
   * that stores a trace: there they carry the structure that all other events need.
   *
   * @throws BadGlobException if a glob of the choice cannot be read
   */
  public static FilterSink keepingStructure(Recording choice, EventSink downstream) {
    return new FilterSink(choice, downstream, true);
  }

  @Override
  protected EventSink downstream() {
    return downstream;
  }

  @Override
  public void header(Header header) throws IOException {
    Header narrowed = Narrowing.of(header, choice);
    narrowed.recording().events().forEach(kind -> kinds[kind.ordinal()] = true);
    frames = new FrameFilter(choice, header);
    framesOf.put(0, frames);
    downstream.header(narrowed);
  }

  @Override
  public void process(TraceProcess started) throws IOException {
    framesOf.put(started.number(), new FrameFilter(choice, started.header()));
    downstream.process(new TraceProcess(started.number(), Narrowing.of(started.header(), choice)));
  }

  @Override
  public void processEnd(TraceProcess ended, Ending ending) throws IOException {
    framesOf.remove(ended.number());
    downstream.processEnd(
        new TraceProcess(ended.number(), Narrowing.of(ended.header(), choice)), ending);
  }

  @Override
  public void layers(LayersSeen seen) throws IOException {
    if (keeps(new Frame(seen.code(), seen.thread(), seen.depth(), seen.level()))) {
      downstream.layers(seen);
    }
  }

  @Override
  public void calls(TraceThread thread, List<CallCount> calls) throws IOException {
    List<CallCount> kept =
        calls.stream()
            .filter(call -> keeps(new Frame(call.code(), thread, call.depth(), call.level())))
            .toList();
    if (!kept.isEmpty()) {
      downstream.calls(thread, kept);
    }
  }

  @Override
  public void stack(TraceThread thread, List<Frame> frames) throws IOException {
    if (!limitReached) {
      downstream.stack(thread, frames.stream().filter(this::keeps).toList());
    }
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    if (passes(event)) {
      downstream.event(event);
    }
  }

  @Override
  public void event(TraceEvent event, Values held) throws IOException {
    if (!passes(event)) {
      return;
    }
    if (values.contains(held.kind())) {
      downstream.event(event, held);
    } else {
      downstream.event(event);
    }
  }

  private boolean passes(TraceEvent event) throws IOException {
    EventKind kind = event.kind();
    boolean counts = kinds[kind.ordinal()];
    if (limitReached || !counts && !(structure && isStructural(kind)) || !keeps(event.frame())) {
      return false;
    }
    if (counts && kept == limit) {
      limitReached = true;
      String text = "the first " + limit + " events are here; those that followed are left out";
      downstream.notice(new Notice(Notice.Kind.LIMIT, text));
      return false;
    }
    kept += counts ? 1 : 0;
    return true;
  }

  /**
   * The agent writes a few events more than it was asked for; one notice of the limit is enough.
   */
  @Override
  public void notice(Notice notice) throws IOException {
    if (notice.kind() != Notice.Kind.LIMIT || !limitReached) {
      downstream.notice(notice);
    }
  }

  /** How many events of the chosen kinds were passed on. */
  public long kept() {
    return kept;
  }

  private boolean keeps(Frame frame) {
    if (frame != decidedFrame) {
      decidedFrame = frame;
      keepsDecided = frames(frame).keeps(frame);
    }
    return keepsDecided;
  }

  /** What a process keeps: relative names of files are relative to where it started. */
  private FrameFilter frames(Frame frame) {
    int of = frame.thread().process();
    if (of != process) {
      process = of;
      frames = framesOf.get(of);
    }
    return frames;
  }

  private static boolean isStructural(EventKind kind) {
    return switch (kind) {
      case CALL, RETURN -> true;
      case LINE, EXCEPTION, OPCODE -> false;
    };
  }
}
