package dev.leadline.cli.output;

import dev.leadline.report.text.TerminalText;
import dev.leadline.wire.read.TraceInput;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How far a trace is read: one line on a terminal's stderr, from the first second on, rewritten,
 * and gone when all is read or the report begins. Silent where stderr is no terminal.
 */
public final class ReadingProgress {

  private static final String START = "\r\u001b[K";
  private static final long FIRST_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Optional<PrintStream> err;
  private final int width;
  private final LongSupplier clock;
  private long nextNs;
  private boolean shown;
  private boolean over;

  /**
   * Progress on a terminal.
   *
   * @param width its columns
   * @param clock nanoseconds
   */
  ReadingProgress(Optional<PrintStream> err, int width, LongSupplier clock) {
    this.err = err;
    this.width = width;
    this.clock = clock;
    this.nextNs = clock.getAsLong() + FIRST_NS;
  }

  /** Progress of a command. */
  public static ReadingProgress of(Streams streams) {
    Optional<PrintStream> err =
        streams.errIsTerminal()
            ? Optional.of(new PrintStream(streams.err(), true, StandardCharsets.UTF_8))
            : Optional.empty();
    return new ReadingProgress(err, Terminal.width(streams.environment()), System::nanoTime);
  }

  /**
   * Opens a trace, compressed or not.
   *
   * @param name what the user calls it
   */
  public InputStream open(Path trace, String name) throws IOException {
    if (err.isEmpty() || !Files.isRegularFile(trace)) {
      return TraceInput.open(trace);
    }
    InputStream file = over(Files.newInputStream(trace), name, Files.size(trace));
    try {
      return TraceInput.decompressed(file);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** A stream of that many bytes, whose reading is shown. */
  InputStream over(InputStream in, String name, long size) {
    return new Counted(in, TerminalText.escape(name), size);
  }

  /** A stream that ends the progress when something is written to it: both may be one terminal. */
  public OutputStream before(OutputStream report) {
    return err.isEmpty() ? report : new Report(report);
  }

  private void show(String line) {
    long now = clock.getAsLong();
    if (now >= nextNs && !over) {
      nextNs = now + STEP_NS;
      shown = true;
      write(START + line.substring(0, Math.min(line.length(), Math.max(1, width - 1))));
    }
  }

  private void clear() {
    if (shown) {
      shown = false;
      write(START);
    }
  }

  private void write(String text) {
    err.ifPresent(
        terminal -> {
          terminal.print(text);
          terminal.flush();
        });
  }

  private final class Counted extends FilterInputStream {

    private final String name;
    private final long size;
    private long read;

    Counted(InputStream in, String name, long size) {
      super(in);
      this.name = name;
      this.size = size;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      advance(next < 0 ? -1 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      advance(count);
      return count;
    }

    private void advance(long count) {
      read += Math.max(0, count);
      if (count < 0 || read >= size) { // a compressed trace ends without a read beyond its end
        clear();
      } else {
        show("leadline: " + 100 * read / size + " % of " + name + " read");
      }
    }

    @Override
    public void close() throws IOException {
      clear();
      super.close();
    }
  }

  private final class Report extends FilterOutputStream {

    Report(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      begin();
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      begin();
      out.write(bytes, from, length);
    }

    private void begin() {
      over = true;
      clear();
    }
  }
}
