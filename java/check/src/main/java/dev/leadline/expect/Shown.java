package dev.leadline.expect;

import dev.leadline.event.EventSink;
import dev.leadline.execution.Execution;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.runs.RunResult;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run showed on one interpreter.
 *
 * @param result how the run went, and what it wrote
 * @param execution what it did
 * @param listeners what the expectations that listen have heard of it
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
    return result.request().python().interpreter();
  }

  /** What the listener of an expectation has heard; empty where it has none. */
  public Optional<EventSink> heardBy(Expectation expectation) {
    return Optional.ofNullable(listeners.get(expectation));
  }
}
