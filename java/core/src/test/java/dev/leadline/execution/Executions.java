package dev.leadline.execution;

import dev.leadline.wire.Traces;
import java.io.IOException;

/** Executions of traces, for tests. */
public final class Executions {

  /** The program's functions by number: 1 main, 2 f, 3 g, 4 h, 5 gen, 6 a list comprehension. */
  public static final String CODES =
      Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.code(1, "main", 10, false)
          + Traces.code(2, "f", 20, false)
          + Traces.code(3, "g", 30, false)
          + Traces.code(4, "h", 40, false)
          + Traces.code(5, "gen", 50, false)
          + Traces.code(6, "main.<locals>.<listcomp>", 14, false);

  private Executions() {}

  /** What the main thread did; the events are those of one batch. */
  public static Execution of(String events) throws IOException {
    return ofTrace(Traces.HEADER + CODES + Traces.events(events) + Traces.END);
  }

  /** A whole trace. */
  public static Execution ofTrace(String trace) throws IOException {
    try (ExecutionWriter writer = ExecutionWriter.create()) {
      Traces.read(trace, writer);
      return writer.execution();
    }
  }
}
