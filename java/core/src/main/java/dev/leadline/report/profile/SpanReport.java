package dev.leadline.report.profile;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceRecord;
import dev.leadline.stacks.StackReplay;
import java.io.IOException;

/** A report that is made of the spans of a trace. */
abstract class SpanReport implements EventSink, SpanSink {

  private final Lanes lanes = new Lanes(this::begins);
  private final StackReplay<?, ?> replay = new StackReplay<>(new SpanListener(lanes, this));

  /** A lane is new; comes before anything else of it. */
  abstract void begins(Lane lane) throws IOException;

  /** All spans are closed; writes what is left, and flushes it. */
  abstract void finish() throws IOException;

  final Lanes lanes() {
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
}
