package dev.leadline.interpreter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zeroturnaround.exec.stream.ExecuteStreamHandler;

/**
 * Keeps the first bytes of what a process prints, and hangs up on one that does not stop: its next
 * write fails then, as in a pipe to {@code head}.
 */
final class BoundedAnswer implements ExecuteStreamHandler {

  private static final int LIMIT_BYTES = 64 * 1024;

  /** How long a child of an ended process may keep its pipes open before we leave them. */
  private static final long PIPE_PATIENCE_MS = 500;

  private final Capture out = new Capture("out");
  private final Capture err = new Capture("err");
  private final List<Thread> threads = new ArrayList<>();

  @Override
  public void setProcessInputStream(OutputStream stdin) throws IOException {
    stdin.close();
  }

  @Override
  public void setProcessOutputStream(InputStream stdout) {
    out.from = stdout;
  }

  @Override
  public void setProcessErrorStream(InputStream stderr) {
    err.from = stderr;
  }

  @Override
  public void start() {
    for (Capture capture : List.of(out, err)) {
      Thread thread = new Thread(capture, "leadline-probe-" + capture.name);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  @Override
  public void stop() {
    try {
      for (Thread thread : threads) {
        thread.join(PIPE_PATIENCE_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String out() {
    return out.text();
  }

  String err() {
    return err.text();
  }

  private static final class Capture implements Runnable {
    private final String name;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private InputStream from = InputStream.nullInputStream();

    Capture(String name) {
      this.name = name;
    }

    @Override
    public void run() {
      byte[] buffer = new byte[8192];
      try (InputStream in = from) {
        for (int n = in.read(buffer); n >= 0 && kept.size() < LIMIT_BYTES; n = in.read(buffer)) {
          kept.write(buffer, 0, n);
        }
      } catch (IOException e) {
        // the pipe was closed under us with its process: what came so far is the answer
      }
    }

    String text() {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
