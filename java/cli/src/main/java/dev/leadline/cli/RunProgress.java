package dev.leadline.cli;

import dev.leadline.report.TerminalText;
import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunResult;
import dev.leadline.runs.RunWatcher;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One line on a terminal that says how far several runs are; gone when they are through. */
final class RunProgress implements RunWatcher {

  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final int runs;
  private final Map<Integer, String> running = new TreeMap<>();
  private int ended;

  private RunProgress(OutputStream err, int runs) {
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.runs = runs;
  }

  /** Of so many runs; nobody where stderr is no terminal. */
  static RunWatcher of(Streams streams, int runs) {
    return streams.errIsTerminal() ? new RunProgress(streams.err(), runs) : RunWatcher.NOBODY;
  }

  @Override
  public void started(int index, RunRequest request) {
    running.put(index, request.python().interpreter().version().toString());
    show();
  }

  @Override
  public void ended(int index, RunResult result) {
    running.remove(index);
    ended++;
    show();
  }

  private void show() {
    String line = ended + " of " + runs + " runs done; running: " + running.values();
    err.print(CLEAR + (ended == runs ? "" : TerminalText.escape(line)));
    err.flush();
  }
}
