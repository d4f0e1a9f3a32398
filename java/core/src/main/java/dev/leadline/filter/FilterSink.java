package dev.leadline.filter;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceEvent;
import java.io.IOException;

/**
 * Passes on the events that a choice keeps, of those that a trace holds; the header it passes on
 * says what is left. It can only narrow.
 */
public final class FilterSink implements EventSink {

  private final Recording choice;
  private final EventSink downstream;
  private final boolean structure;
  private final DepthFilter depths;
  private final long limit;
  private final boolean[] kinds = new boolean[EventKind.values().length];
  private CodeFilter codes;
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
    this.depths = new DepthFilter(choice);
    this.limit = choice.maxEvents().orElse(Long.MAX_VALUE);
    choice.include().forEach(Glob::compile);
    choice.exclude().forEach(Glob::compile);
    choice.functions().forEach(Glob::compile);
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
  public void header(Header header) throws IOException {
    Header narrowed = Narrowing.of(header, choice);
    narrowed.recording().events().forEach(kind -> kinds[kind.ordinal()] = true);
    codes = new CodeFilter(choice, header);
    downstream.header(narrowed);
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    EventKind kind = event.kind();
    boolean counts = kinds[kind.ordinal()];
    if (limitReached || !counts && !(structure && isStructural(kind)) || !keeps(event.frame())) {
      return;
    }
    if (counts && kept == limit) {
      limitReached = true;
      String text = "the first " + limit + " events are here; those that followed are left out";
      downstream.notice(new Notice(Notice.Kind.LIMIT, text));
      return;
    }
    kept += counts ? 1 : 0;
    downstream.event(event);
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

  @Override
  public void end(Ending ending) throws IOException {
    downstream.end(ending);
  }

  /** How many events of the chosen kinds were passed on. */
  public long kept() {
    return kept;
  }

  private boolean keeps(Frame frame) {
    if (frame != decidedFrame) {
      decidedFrame = frame;
      keepsDecided = depths.keeps(frame) && codes.keeps(frame.code());
    }
    return keepsDecided;
  }

  private static boolean isStructural(EventKind kind) {
    return switch (kind) {
      case CALL, RETURN -> true;
      case LINE, EXCEPTION, OPCODE -> false;
    };
  }
}
