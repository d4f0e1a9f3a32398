package dev.leadline.report.profile;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceThread;
import dev.leadline.stacks.CallStack;
import dev.leadline.stacks.StackListener;
import dev.leadline.stacks.StackReplay;
import java.io.IOException;
import java.util.Optional;

/** A report that is made of the spans of a trace. */
abstract class SpanReport implements EventSink, SpanSink {

  private final ProfileLanes lanes = new ProfileLanes(this::begins);
  private final StackReplay<?, ?> replay = new StackReplay<>(new SpanListener(lanes, this));

  /** A lane is new; comes before anything else of it. */
  abstract void begins(Lane lane) throws IOException;

  /** All spans are closed; writes what is left, and flushes it. */
  abstract void finish() throws IOException;

  final ProfileLanes lanes() {
    return lanes;
  }

  @Override
  public void header(Header header) throws IOException {
    replay.header(header);
  }

  @Override
  public void events(EventBatch events) throws IOException {
    replay.events(events);
  }

  /** Replays one event of a batch. */
  final void replay(EventBatch events, int index) throws IOException {
    replay.event(events, index);
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    replay.record(record);
  }

  @Override
  public void end(Ending ending) throws IOException {
    replay.end(ending);
    finish();
  }

  @Override
  public boolean readsValues() {
    return false;
  }

  /**
   * Makes spans of the frames of a trace. Frames that were found on a stack before any time of it
   * was known begin at its first time.
   */
  private static final class SpanListener implements StackListener<Lane, TracedFunction> {

    private final ProfileLanes lanes;
    private final SpanSink sink;
    private final TracedFunction.Interned functions = new TracedFunction.Interned();

    SpanListener(ProfileLanes lanes, SpanSink sink) {
      this.lanes = lanes;
      this.sink = sink;
    }

    @Override
    public Optional<Lane> begins(TraceThread thread) throws IOException {
      Optional<Lane> lane = lanes.of(thread);
      lane.ifPresent(begun -> begun.opened = 0);
      return lane;
    }

    @Override
    public TracedFunction entered(
        CallStack<Lane, TracedFunction> stack, Frame frame, int lineno, Entry how)
        throws IOException {
      TracedFunction function = functions.of(frame.code());
      resumed(stack, frame, function, how);
      return function;
    }

    @Override
    public void resumed(
        CallStack<Lane, TracedFunction> stack, Frame frame, TracedFunction function, Entry how)
        throws IOException {
      settle(stack.state());
      if (stack.timeNs() != TraceEvent.NO_TIME) {
        catchUp(stack);
        open(stack, frame, function);
      }
    }

    private void open(CallStack<Lane, TracedFunction> stack, Frame frame, TracedFunction function)
        throws IOException {
      Lane lane = stack.state();
      sink.opened(lane, frame, function, lane.at(stack.timeNs()));
      lane.opened++;
    }

    private void catchUp(CallStack<Lane, TracedFunction> stack) throws IOException {
      for (int i = stack.state().opened; i < stack.size(); i++) {
        open(stack, stack.frame(i), stack.value(i));
      }
    }

    @Override
    public void left(
        CallStack<Lane, TracedFunction> stack, Frame frame, TracedFunction function, long sinceNs)
        throws IOException {
      Lane lane = stack.state();
      ExceptionEvent leaving = lane.seen;
      settle(lane);
      lane.leaving = leaving;
      close(stack, frame, function);
    }

    @Override
    public void vanished(
        CallStack<Lane, TracedFunction> stack, Frame frame, TracedFunction function, long sinceNs)
        throws IOException {
      settle(stack.state());
      close(stack, frame, function);
    }

    private void close(CallStack<Lane, TracedFunction> stack, Frame frame, TracedFunction function)
        throws IOException {
      if (stack.timeNs() == TraceEvent.NO_TIME) {
        return;
      }
      Lane lane = stack.state();
      catchUp(stack);
      if (lane.opened == stack.size()) {
        open(stack, frame, function);
      }
      lane.opened--;
      int depth = stack.isEmpty() ? 0 : stack.top().depth();
      sink.closed(lane, frame, function, lane.at(stack.timeNs()), depth);
    }

    @Override
    public void line(CallStack<Lane, TracedFunction> stack, int lineno) {
      settle(stack.state());
    }

    @Override
    public void exception(CallStack<Lane, TracedFunction> stack, ExceptionEvent event)
        throws IOException {
      Lane lane = stack.state();
      ExceptionEvent leaving = lane.leaving;
      boolean cameUp =
          leaving != null
              && leaving.type().equals(event.type())
              && leaving.message().equals(event.message());
      settle(lane);
      lane.seen = event;
      if (!cameUp && stack.timeNs() != TraceEvent.NO_TIME) {
        catchUp(stack);
        sink.raised(lane, event, lane.at(stack.timeNs()));
      }
    }

    private static void settle(Lane lane) {
      lane.seen = null;
      lane.leaving = null;
    }
  }
}
