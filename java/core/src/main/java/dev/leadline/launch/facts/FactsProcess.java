package dev.leadline.launch.facts;

import dev.leadline.launch.streams.Background;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.stream.PumpStreamHandler;

/**
 * A script that answers one question after another, so that an interpreter is started once. The
 * first question starts it, and so does the next one after it has failed. Not for several threads.
 */
final class FactsProcess implements Closeable {

  private static final int LIMIT_CHARACTERS = 64 << 20;
  private static final String END = "end";

  private final List<String> command;
  private final int patienceSeconds;
  private Optional<Running> running = Optional.empty();

  FactsProcess(List<String> command, int patienceSeconds) {
    this.command = List.copyOf(command);
    this.patienceSeconds = patienceSeconds;
  }

  /**
   * What it prints about a source, in lines; without the last one, {@code end}, where it died or
   * printed too much.
   *
   * @param about what the source is called where there is no answer
   * @throws IOException if it could not be started, or gave no answer in time
   */
  List<String> ask(byte[] source, String about) throws IOException {
    if (running.isEmpty()) {
      running = Optional.of(new Running(command));
    }
    Exchange exchange = new Exchange(running.get(), source);
    Background answering = new Background("facts", exchange);
    answering.start();
    try {
      if (!answering.await(1000L * patienceSeconds)) {
        close();
        throw new IOException(command.get(0) + " gave no answer about " + about);
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + command.get(0) + " read " + about);
    }
    if (!exchange.isWhole()) {
      close();
    }
    return exchange.lines;
  }

  /** Ends it, if it runs. */
  @Override
  public void close() {
    running.ifPresent(Running::end);
    running = Optional.empty();
  }

  /**
   * One question and its answer: the length of a source in a line, the source; lines and an end.
   */
  private static final class Exchange implements Runnable {
    private final List<String> lines = new ArrayList<>();
    private final Running process;
    private final byte[] source;

    Exchange(Running process, byte[] source) {
      this.process = process;
      this.source = source;
    }

    boolean isWhole() {
      return !lines.isEmpty() && lines.get(lines.size() - 1).equals(END);
    }

    @Override
    public void run() {
      try {
        process.stdin.write((source.length + "\n").getBytes(StandardCharsets.US_ASCII));
        process.stdin.write(source);
        process.stdin.flush();
        long kept = 0;
        for (String line = process.stdout.readLine();
            line != null && kept < LIMIT_CHARACTERS;
            line = isWhole() ? null : process.stdout.readLine()) {
          lines.add(line);
          kept += line.length();
        }
      } catch (IOException e) {
        // it has ended: what came so far is the answer
      }
    }
  }

  /** The process and its streams; what it writes to stderr is dropped. */
  private static final class Running extends PumpStreamHandler {
    private final Process process;
    private OutputStream stdin;
    private BufferedReader stdout;

    Running(List<String> command) throws IOException {
      super(OutputStream.nullOutputStream());
      process = new ProcessExecutor(command).streams(this).destroyOnExit().start().getProcess();
    }

    @Override
    public void setProcessInputStream(OutputStream stream) {
      stdin = stream;
    }

    @Override
    public void setProcessOutputStream(InputStream stream) {
      stdout = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    void end() {
      process.destroyForcibly();
    }
  }
}
