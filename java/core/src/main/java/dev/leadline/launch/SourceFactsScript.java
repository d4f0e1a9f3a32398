package dev.leadline.launch;

import dev.leadline.interpreter.Interpreter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;

/** Asks an interpreter what stands where in a source file, which it parses and does not run. */
public final class SourceFactsScript {

  private static final int LIMIT_BYTES = 64 << 20;
  private static final int PATIENCE_SECONDS = 20;

  private final Path python;

  /** One that asks this interpreter; it cannot parse what is newer than itself. */
  public SourceFactsScript(Interpreter python) {
    this.python = Objects.requireNonNull(python, "python").executable();
  }

  /**
   * What the script prints of a file, as python-agent/facts/source_facts.py says; without its last
   * line where it was cut short.
   *
   * @throws IOException if it could not be started, or gave no answer in time
   */
  public List<String> ask(Path file) throws IOException {
    Path script = AgentFiles.script().resolveSibling("facts").resolve("source_facts.py");
    BoundedBytes answer = new BoundedBytes();
    try {
      new ProcessExecutor(python.toString(), "-I", script.toString(), file.toString())
          .redirectErrorStream(false)
          .redirectOutput(answer)
          .redirectError(OutputStream.nullOutputStream())
          .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .execute();
    } catch (TimeoutException e) {
      throw new IOException(python + " gave no answer about " + file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + python + " looked at " + file);
    }
    return answer.kept.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Keeps the first bytes and lets the rest go, so that the process need not wait. */
  private static final class BoundedBytes extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      kept.write(bytes, from, Math.min(length, LIMIT_BYTES - kept.size()));
    }
  }
}
