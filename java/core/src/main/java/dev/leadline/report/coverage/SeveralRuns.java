package dev.leadline.report.coverage;

import dev.leadline.event.EventSink;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.launch.facts.CoverageDataScript;
import dev.leadline.report.coverage.ArcCollector.UnnamedFiles;
import dev.leadline.report.format.Need;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.StoredSources;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The coverage of several runs of this process in one data file of coverage.py, in which each
 * interpreter is a context: it shows which interpreters ran which line. Runs may be recorded at the
 * same time.
 */
public final class SeveralRuns {

  private final Queue<ArcCollector> runs = new ConcurrentLinkedQueue<>();

  /** What the runs must record. */
  public static Set<Need> needs() {
    return CoverageFormat.NEEDS;
  }

  /** Receives one more run. */
  public EventSink next() {
    ArcCollector collector = new ArcCollector();
    runs.add(collector);
    return collector;
  }

  /** What the data file leaves out, in a sentence, when all runs are over. */
  public Optional<String> leftOut() {
    UnnamedFiles all = new UnnamedFiles();
    runs.forEach(run -> all.addAll(run.unnamed()));
    return all.sentence();
  }

  /**
   * Writes the data file, when all runs are over.
   *
   * @param python an interpreter with sqlite3
   */
  public void write(Interpreter python, OutputStream out) throws IOException {
    new CoverageDataScript(python)
        .write(
            writer -> {
              for (ArcCollector run : runs) {
                CoverageDataFormat.write(
                    run.files().sources(SourceAccess.RUN, new StoredSources()), writer);
              }
            },
            out);
  }
}
