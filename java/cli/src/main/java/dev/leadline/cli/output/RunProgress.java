package dev.leadline.cli.output;

import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.batch.RunResult;
import dev.leadline.run.PythonRun;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far several runs are: one line on a terminal's stderr, rewritten, and gone at the end. */
public final class RunProgress implements RunWatcher, AutoCloseable {

  private static final String START = "\r\u001b[K";

  private final Optional<PrintStream> err;
  private final int runs;
  private final int width;
  private final Map<Integer, String> running = new TreeMap<>();
  private int done;

  private RunProgress(Optional<PrintStream> err, int runs, int width) {
    this.err = err;
    this.runs = runs;
    this.width = width;
  }

  /** Progress of a number of runs; silent where stderr is no terminal. */
  public static RunProgress of(Streams streams, int runs) {
    Optional<PrintStream> err =
        streams.errIsTerminal()
            ? Optional.of(new PrintStream(streams.err(), true, StandardCharsets.UTF_8))
            : Optional.empty();
    return new RunProgress(err, runs, Terminal.width(streams.environment()));
  }

  @Override
  public void started(int index, PythonRun run) {
    running.put(index, run.python().interpreter().version().toString());
    err.ifPresent(this::show);
  }

  @Override
  public void ended(int index, RunResult result) {
    running.remove(index);
    done++;
    err.ifPresent(this::show);
  }

  private void show(PrintStream terminal) {
    String line = "leadline: " + done + " of " + runs + " done";
    String now = running.isEmpty() ? "" : "; running " + String.join(", ", running.values());
    String all = line + now;
    write(terminal, START + all.substring(0, Math.min(all.length(), Math.max(1, width - 1))));
  }

  /** Takes the line away. */
  @Override
  public void close() {
    err.ifPresent(terminal -> write(terminal, START));
  }

  private static void write(PrintStream terminal, String text) {
    terminal.print(text);
    terminal.flush();
  }
}
