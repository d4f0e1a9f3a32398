package dev.leadline.calltree;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds events up by function, whatever called it. */
public final class FunctionTotals implements EventSink {

  private final TracedFunctions functions = new TracedFunctions();
  private final Map<TracedFunction, Tally> tallies = new LinkedHashMap<>();
  private final Activations activations = new Activations((frame, beneath) -> tally(frame));

  @Override
  public void header(Header header) {}

  @Override
  public void event(TraceEvent event) {
    activations.event(event);
  }

  @Override
  public void end(Ending ending) {
    activations.end();
  }

  /**
   * The totals, in the order of the first calls. Beyond fifty thousand functions, the rest is under
   * {@link TracedFunction#OTHER}.
   */
  public Map<TracedFunction, Tally> byFunction() {
    return Collections.unmodifiableMap(tallies);
  }

  private Tally tally(Frame frame) {
    return tallies.computeIfAbsent(functions.of(frame.code()), key -> new Tally());
  }
}
