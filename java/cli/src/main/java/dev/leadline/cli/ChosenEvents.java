package dev.leadline.cli;

import dev.leadline.event.EventSink;
import dev.leadline.event.ForwardingSink;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.filter.FilterSink;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Passes on what the options choose. What they leave open is as the trace itself was recorded,
 * which only its header tells.
 */
final class ChosenEvents extends ForwardingSink {

  private final UnaryOperator<Recording> choice;
  private final boolean structure;
  private final EventSink downstream;
  private Optional<FilterSink> filter = Optional.empty();

  /**
   * A choice in front of {@code downstream}.
   *
   * @param choice from what was recorded to what is wanted of it
   * @param structure whether calls and returns are passed on in any case, as a stored trace needs
   */
  ChosenEvents(UnaryOperator<Recording> choice, boolean structure, EventSink downstream) {
    this.choice = choice;
    this.structure = structure;
    this.downstream = downstream;
  }

  @Override
  public void header(Header header) throws IOException {
    Recording wanted = choice.apply(header.recording());
    FilterSink chosen =
        structure
            ? FilterSink.keepingStructure(wanted, downstream)
            : new FilterSink(wanted, downstream);
    filter = Optional.of(chosen);
    chosen.header(header);
  }

  @Override
  protected EventSink downstream() {
    return filter.orElseThrow();
  }

  /** How many events were passed on. */
  long kept() {
    return filter.map(FilterSink::kept).orElse(0L);
  }
}
