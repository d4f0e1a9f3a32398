package dev.leadline.cli;

import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunResult;
import dev.leadline.runs.RunWatcher;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How far several runs are: one line on a terminal's stderr, rewritten, and gone at the end. */
final class RunProgress implements RunWatcher, AutoCloseable {

  private static final String START = "\r\u001b[K";

  private final PrintStream err;
  private final int runs;
  private final int width;
  private final Map<Integer, String> running = new TreeMap<>();
  private int done;

  private RunProgress(OutputStream err, int runs, int width) {
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.runs = runs;
    this.width = width;
  }

  /** Progress for so many runs; silent where stderr is no terminal. */
  static RunProgress of(Streams streams, int runs) {
    OutputStream err = streams.errIsTerminal() ? streams.err() : OutputStream.nullOutputStream();
    return new RunProgress(err, runs, Terminal.width(streams.environment()));
  }

  @Override
  public void started(int index, RunRequest request) {
    running.put(index, request.python().interpreter().version().toString());
    show(running.values());
  }

  @Override
  public void ended(int index, RunResult result) {
    running.remove(index);
    done++;
    show(running.values());
  }

  private void show(Collection<String> versions) {
    String line = "leadline: " + done + " of " + runs + " done";
    String now = versions.isEmpty() ? "" : "; running " + String.join(", ", versions);
    String all = line + now;
    err.print(START + all.substring(0, Math.min(all.length(), Math.max(1, width - 1))));
    err.flush();
  }

  /** Takes the line away. */
  @Override
  public void close() {
    err.print(START);
    err.flush();
  }
}
