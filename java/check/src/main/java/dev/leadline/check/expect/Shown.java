package dev.leadline.check.expect;

import dev.leadline.batch.RunResult;
import dev.leadline.event.EventSink;
import dev.leadline.execution.Execution;
import dev.leadline.interpreter.Interpreter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run showed on one interpreter.
 *
 * @param result how the run went, and what it wrote
 * @param execution what it did
 * @param listeners what the expectations that listen have collected
 */
public record Shown(
    RunResult result, Execution execution, Map<Expectation, ? extends EventSink> listeners) {

  public Shown {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(execution, "execution");
    listeners = Map.copyOf(listeners);
  }

  /** The interpreter. */
  public Interpreter interpreter() {
    return result.interpreter();
  }

  /** What the listener of an expectation has collected; empty where it has none. */
  public Optional<EventSink> listenerOf(Expectation expectation) {
    return Optional.ofNullable(listeners.get(expectation));
  }
}
