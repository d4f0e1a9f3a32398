package dev.leadline.depths;

import dev.leadline.depths.KnownStacks.Growing;
import dev.leadline.depths.Tallies.Count;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.event.TraceRecord.CallCounts;
import dev.leadline.event.TraceRecord.LayersSeen;
import dev.leadline.event.TraceThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the stacks of a run while its trace is read: from its events, or from calls that were
 * counted. It needs layers, and the program's {@code <module>} among what is recorded.
 */
public final class DepthProfile implements EventSink {

  private static final int NOTICES = 20;

  private final KnownStacks stacks = new KnownStacks();
  private final List<Notice> notices = new ArrayList<>();
  private final Map<TraceThread, Growing> standing = new HashMap<>();
  private Optional<Header> header = Optional.empty();
  private Optional<Ending> ending = Optional.empty();
  private String programFile = "";
  private boolean counted;
  private Frame latestFrame;
  private Count latest = new Count();

  /** What was measured; asked when the run is over. */
  public Depths depths() {
    return new Depths(
        header.orElseThrow(),
        stacks.program(),
        stacks.others(),
        stacks.more(),
        counted,
        notices,
        ending.orElseThrow());
  }

  /** Whether the run got as far as to have something measured. */
  public boolean isComplete() {
    return header.isPresent() && ending.isPresent();
  }

  @Override
  public boolean readsValues() {
    return false;
  }

  @Override
  public void header(Header header) {
    this.header = Optional.of(header);
  }

  @Override
  public void record(TraceRecord record) {
    if (record instanceof BaseDepth base) {
      base(base);
    } else if (record instanceof LayersSeen layers) {
      stacks.layers(layers);
    } else if (record instanceof CallCounts calls) {
      calls(calls.thread(), calls.counts());
    } else if (record instanceof Notice notice && notices.size() < NOTICES) {
      notices.add(notice);
    }
  }

  private void base(BaseDepth base) {
    Optional<Code> code = base.code();
    if (code.isPresent() && (base.thread().process() == 0 || programFile.isEmpty())) {
      programFile = code.get().file();
    }
    stacks.base(base.thread(), code, base.depth(), base.layers());
  }

  @Override
  public void event(TraceEvent event) {
    Frame frame = event.frame();
    if (frame != latestFrame) {
      latestFrame = frame;
      latest = countOf(frame);
    }
    latest.event(1);
    if (event.kind() == EventKind.CALL) {
      latest.call(frame.code().qualname(), 1);
    }
  }

  private Count countOf(Frame frame) {
    Growing stack = standing.get(frame.thread());
    if (frame.level() == 0 || stack == null) {
      stack = stacks.under(frame.thread(), frame.code(), frame.depth());
      standing.put(frame.thread(), stack);
    }
    return stack.tallies().at(frame.depth(), frame.code(), programFile);
  }

  /**
   * Counted calls do not say what they stood upon, except for those at level 0. All others belong
   * to the stack whose base is nearest to where theirs is, if nothing stands between.
   */
  private void calls(TraceThread thread, List<TraceRecord.CallCount> calls) {
    counted = true;
    for (TraceRecord.CallCount call : calls) {
      int root = call.depth() - call.level();
      Growing stack =
          call.level() == 0
              ? stacks.under(thread, call.code(), call.depth())
              : stacks.nearest(thread, root);
      Count count = stack.tallies().at(call.depth(), call.code(), programFile);
      count.call(call.code().qualname(), call.calls());
      count.event(call.calls());
    }
  }

  @Override
  public void end(Ending ending) {
    this.ending = Optional.of(ending);
  }
}
