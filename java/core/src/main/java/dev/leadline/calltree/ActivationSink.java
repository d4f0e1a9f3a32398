package dev.leadline.calltree;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import java.util.List;

/** Counts what the activations of a trace do, each for the tally that it is given. */
abstract class ActivationSink implements EventSink {

  private final Activations activations = new Activations(this::tally);

  /** The tally of a call that was made with this stack beneath it. */
  abstract Tally tally(Frame frame, ActivationStack beneath);

  @Override
  public final void header(Header header) {}

  @Override
  public final void event(TraceEvent event) {
    activations.event(event);
  }

  @Override
  public final void stack(TraceThread thread, List<Frame> frames) {
    activations.stack(thread, frames);
  }

  @Override
  public final void notice(Notice notice) {
    activations.notice(notice);
  }

  @Override
  public final void processEnd(TraceProcess process, Ending ending) {
    activations.processEnd(process.number(), ending);
  }

  @Override
  public final void end(Ending ending) {
    activations.end(ending);
  }
}
