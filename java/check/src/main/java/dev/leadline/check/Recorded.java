package dev.leadline.check;

import dev.leadline.event.EventSink;
import dev.leadline.event.EverySink;
import dev.leadline.event.Recording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.expect.Expectation;
import dev.leadline.expect.Shown;
import dev.leadline.filter.FilterSink;
import dev.leadline.runs.RunResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is heard of one run on one interpreter, until it is closed. */
final class Recorded implements Closeable {

  private final ExecutionWriter writer = ExecutionWriter.create();
  private final List<EventSink> sinks = new ArrayList<>();
  private final Map<Expectation, EventSink> listeners = new LinkedHashMap<>();
  private Optional<Execution> execution = Optional.empty();

  /**
   * @param asked what the filters of the run keep
   * @param wanted what of it the execution holds, since its expectations ask for more
   */
  Recorded(List<Expectation> expectations, Recording asked, Recording wanted) {
    sinks.add(FilterSink.keepingStructure(wanted, writer));
    for (Expectation expectation : expectations) {
      expectation.listener().ifPresent(listener -> listeners.put(expectation, listener));
    }
    // each hears what it asked for, whatever the others did
    listeners.forEach(
        (expectation, listener) -> sinks.add(new FilterSink(expectation.heard(asked), listener)));
  }

  /** What hears the run's events. */
  EventSink sink() {
    return sinks.size() == 1 ? sinks.get(0) : new EverySink(sinks);
  }

  /** What the run showed, once it is over. */
  Shown shown(RunResult result) {
    Execution taken = writer.execution();
    execution = Optional.of(taken);
    return new Shown(result, taken, listeners);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    if (execution.isPresent()) {
      execution.get().close();
    }
  }
}
