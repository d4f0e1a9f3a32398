package dev.leadline.report.format;

import dev.leadline.event.Header;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * The interpreter that a report may ask about source files, which it reads and does not run.
 *
 * @param options of the program's run, as {@code -O}, which decide what of a file is compiled
 */
public record ReportPython(Interpreter interpreter, List<String> options) {

  public ReportPython {
    Objects.requireNonNull(interpreter, "interpreter");
    options = List.copyOf(options);
  }

  /** Finds the interpreter when a report asks for it, since most reports need none. */
  @FunctionalInterface
  public interface Choice {

    /**
     * The interpreter for a trace with that header.
     *
     * @throws IOException if this machine has none
     */
    ReportPython of(Header header) throws IOException;
  }
}
