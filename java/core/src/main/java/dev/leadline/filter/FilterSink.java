package dev.leadline.filter;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.CallCounts;
import dev.leadline.event.TraceRecord.LayersSeen;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceRecord.ProcessEnd;
import dev.leadline.event.TraceRecord.StackState;
import dev.leadline.filter.Glob.BadGlobException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Passes on the events that a choice keeps, of those that a trace holds; the header it passes on
 * says what is left. It can only narrow.
 */
public final class FilterSink implements EventSink {

  private final UnaryOperator<Recording> choice;
  private final EventSink downstream;
  private final boolean structure;
  private final boolean[] kinds = new boolean[EventKind.values().length];
  private final Map<Integer, FrameFilter> framesOf = new HashMap<>();
  private Recording chosen = Recording.USUAL;
  private long limit;
  private boolean hidesValues;
  private FrameFilter frames;
  private int process;
  private final EventBatch passing = new EventBatch();
  private Frame decidedFrame;
  private boolean keepsDecided;
  private boolean limitReached;
  private long kept;

  /**
   * A filter whose choice depends on what was recorded, which the header says.
   *
   * @param choice from what was recorded to what is wanted of it; {@link #header} throws a {@link
   *     BadGlobException} if a glob of it cannot be read
   * @param structure whether calls and returns pass in any case, as {@link #keepingStructure}
   */
  public FilterSink(UnaryOperator<Recording> choice, boolean structure, EventSink downstream) {
    this.choice = choice;
    this.structure = structure;
    this.downstream = downstream;
  }

  /**
   * A filter for sinks that list events.
   *
   * @throws BadGlobException if a glob of the choice cannot be read
   */
  public FilterSink(Recording choice, EventSink downstream) {
    this(checked(choice), false, downstream);
  }

  /**
   * A filter that lets calls and returns pass whether or not their kinds are chosen, for a sink
   * that stores a trace: there they carry the structure that all other events need.
   *
   * @throws BadGlobException if a glob of the choice cannot be read
   */
  public static FilterSink keepingStructure(Recording choice, EventSink downstream) {
    return new FilterSink(checked(choice), true, downstream);
  }

  private static UnaryOperator<Recording> checked(Recording choice) {
    new Globs("include", choice.include());
    new Globs("exclude", choice.exclude());
    new Globs("function", choice.functions());
    return recorded -> choice;
  }

  @Override
  public void header(Header header) throws IOException {
    chosen = choice.apply(header.recording());
    checked(chosen);
    hidesValues = !chosen.values().containsAll(header.recording().values());
    limit = chosen.maxEvents().orElse(Long.MAX_VALUE);
    Header narrowed = header.narrowedBy(chosen);
    narrowed.recording().events().forEach(kind -> kinds[kind.ordinal()] = true);
    frames = new FrameFilter(chosen, header);
    framesOf.put(0, frames);
    downstream.header(narrowed);
  }

  @Override
  public boolean readsEvents() {
    return downstream.readsEvents();
  }

  @Override
  public boolean readsValues() {
    return downstream.readsValues();
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    Optional<TraceRecord> narrowed = narrowed(record);
    if (narrowed.isPresent()) {
      downstream.record(narrowed.get());
    }
  }

  /** What is left of a record. */
  private Optional<TraceRecord> narrowed(TraceRecord record) {
    if (record instanceof ProcessBegin begin) {
      framesOf.put(begin.process().number(), new FrameFilter(chosen, begin.process().header()));
      return Optional.of(new ProcessBegin(narrowed(begin.process())));
    }
    if (record instanceof ProcessEnd end) {
      framesOf.remove(end.process().number());
      return Optional.of(new ProcessEnd(narrowed(end.process()), end.ending()));
    }
    if (record instanceof CallCounts calls) {
      List<TraceRecord.CallCount> left =
          calls.counts().stream().filter(one -> keeps(calls, one)).toList();
      return Optional.<TraceRecord>of(new CallCounts(calls.thread(), left))
          .filter(counts -> !left.isEmpty());
    }
    if (record instanceof StackState state) {
      List<Frame> left = state.frames().stream().filter(this::keeps).toList();
      return Optional.<TraceRecord>of(new StackState(state.thread(), left, state.timeNs()))
          .filter(stack -> !limitReached);
    }
    return Optional.of(record).filter(this::passes);
  }

  private TraceProcess narrowed(TraceProcess whole) {
    return new TraceProcess(whole.number(), whole.header().narrowedBy(chosen));
  }

  private boolean keeps(CallCounts calls, TraceRecord.CallCount call) {
    return keeps(new Frame(call.code(), calls.thread(), call.depth(), call.level()));
  }

  /**
   * The agent writes a few events more than it was asked for; one notice of the limit is enough.
   */
  private boolean passes(TraceRecord record) {
    if (record instanceof LayersSeen seen) {
      return keeps(new Frame(seen.code(), seen.thread(), seen.depth(), seen.level()));
    }
    return !(limitReached && record instanceof Notice notice && notice.kind() == Notice.Kind.LIMIT);
  }

  @Override
  public void events(EventBatch events) throws IOException {
    boolean limited = limitReached;
    int leading = hidesValues ? 0 : leading(events);
    if (leading == events.size()) {
      downstream.events(events);
    } else {
      passOn(events, leading);
    }
    if (limitReached && !limited) {
      String text = "the first " + limit + " events are here; those that followed are left out";
      downstream.record(new Notice(Notice.Kind.LIMIT, text));
    }
  }

  /** How many events at the beginning of a batch pass, where it is easy to see. */
  private int leading(EventBatch events) {
    int leading = 0;
    while (leading < events.size() && passes(events, leading, events.together(leading))) {
      leading += events.together(leading);
    }
    return leading;
  }

  /** Passes on what passes of a batch; that many events at its beginning do. */
  private void passOn(EventBatch events, int leading) throws IOException {
    passing.clear();
    for (int i = 0; i < events.size(); i++) {
      if (i < leading || passes(events, i, 1)) {
        passing.add(events, i);
        if (events.values(i).filter(values -> !kept(values)).isPresent()) {
          passing.replaceLast(events.event(i).with(Optional.empty()));
        }
      }
    }
    if (!passing.isEmpty()) {
      downstream.events(passing);
    }
  }

  private boolean kept(FrameValues values) {
    return chosen.values().contains(values.kind());
  }

  @Override
  public void end(Ending ending) throws IOException {
    downstream.end(ending);
  }

  /**
   * Whether an event passes, with those that are counted together with it, and then counts them.
   */
  private boolean passes(EventBatch events, int index, int together) {
    EventKind kind = events.kind(index);
    boolean counts = kinds[kind.ordinal()];
    if (limitReached
        || !counts && !(structure && isStructural(kind))
        || !keeps(events.frame(index))) {
      return false;
    }
    if (counts && together > limit - kept) {
      limitReached = together == 1;
      return false;
    }
    kept += counts ? together : 0;
    return true;
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
