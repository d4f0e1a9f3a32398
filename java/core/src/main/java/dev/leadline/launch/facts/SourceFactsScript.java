package dev.leadline.launch.facts;

import dev.leadline.interpreter.Interpreter;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Asks an interpreter what stands where in source files, which it parses and does not run. Not for
 * several threads.
 */
public final class SourceFactsScript implements Closeable {

  private static final int PATIENCE_SECONDS = 20;

  private final FactsScript script;
  private Optional<FactsProcess> process = Optional.empty();

  /** One that asks this interpreter; it cannot parse what is newer than itself. */
  public SourceFactsScript(Interpreter python) {
    this.script = new FactsScript(python, List.of(), "source_facts.py", PATIENCE_SECONDS);
  }

  /**
   * What the script prints of a source, as python-agent/facts/source_facts.py says; without its
   * last line where it was cut short.
   *
   * @param file what the source is called where there is no answer
   * @throws IOException if it could not be started, or gave no answer in time
   */
  public List<String> ask(byte[] source, String file) throws IOException {
    if (process.isEmpty()) {
      process = Optional.of(new FactsProcess(script.command(), PATIENCE_SECONDS));
    }
    return process.get().ask(source, file);
  }

  /** Ends the interpreter. */
  @Override
  public void close() {
    process.ifPresent(FactsProcess::close);
  }
}
