package dev.leadline.filter;

import dev.leadline.event.CallCount;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.ForwardingSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.LayersSeen;
import dev.leadline.event.Leaving;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import dev.leadline.event.Values;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Passes on what belongs to one thread, to one process, or to one thread of one process, by their
 * numbers. Header and end of the trace are passed on, too; but where the trace has nothing of that
 * number, its end is a {@link NoSuchStackException}.
 */
public final class StackFilter extends ForwardingSink {

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
  protected EventSink downstream() {
    return downstream;
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
  public void event(TraceEvent event) throws IOException {
    if (keeps(event.frame().thread())) {
      downstream.event(event);
    }
  }

  @Override
  public void event(TraceEvent event, Values values) throws IOException {
    if (keeps(event.frame().thread())) {
      downstream.event(event, values);
    }
  }

  @Override
  public void process(TraceProcess started) throws IOException {
    seen.process(started.number());
    if (keeps(started.number())) {
      downstream.process(started);
    }
  }

  @Override
  public void processEnd(TraceProcess ended, Ending ending) throws IOException {
    if (keeps(ended.number())) {
      downstream.processEnd(ended, ending);
    }
  }

  @Override
  public void leaving(int left, Leaving leaving) throws IOException {
    if (keeps(left)) {
      downstream.leaving(left, leaving);
    }
  }

  @Override
  public void base(TraceThread of, Optional<Code> code, int depth) throws IOException {
    if (keeps(of)) {
      downstream.base(of, code, depth);
    }
  }

  @Override
  public void base(TraceThread of, Optional<Code> code, int depth, List<Layer> layers)
      throws IOException {
    if (keeps(of)) {
      downstream.base(of, code, depth, layers);
    }
  }

  @Override
  public void layers(LayersSeen layers) throws IOException {
    if (keeps(layers.thread())) {
      downstream.layers(layers);
    }
  }

  @Override
  public void calls(TraceThread of, List<CallCount> calls) throws IOException {
    if (keeps(of)) {
      downstream.calls(of, calls);
    }
  }

  @Override
  public void stack(TraceThread of, List<Frame> frames) throws IOException {
    if (keeps(of)) {
      downstream.stack(of, frames);
    }
  }

  @Override
  public void notice(Notice notice) throws IOException {
    if (notice.gap().isEmpty() || keeps(notice.gap().get().thread())) {
      downstream.notice(notice);
    }
  }

  private boolean keeps(TraceThread of) {
    seen.thread(of);
    return keeps(of.process()) && (thread.isEmpty() || thread.getAsInt() == of.id());
  }

  private boolean keeps(int number) {
    return process.isEmpty() || process.getAsInt() == number;
  }
}
