package dev.leadline.wire;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Stores a trace: the lines of the stream as they come, and the controller's exit record behind
 * them. The first failure to write is kept and later lines are dropped, so that a full disk does
 * not stop the program that is traced. A plain file is then cut back to whole records, with room
 * made for the exit record, which tells of the loss; a compressed one just ends early.
 */
public final class TraceFile implements StreamListener, Closeable {

  private static final int BUFFER = 1 << 16;

  private final OutputStream raw;
  private final OutputStream out;
  private final Optional<Path> plain;
  private Optional<IOException> failure = Optional.empty();

  /** Stores into {@code raw} through {@code out}; the path is that of an uncompressed file. */
  TraceFile(OutputStream raw, OutputStream out, Optional<Path> plain) {
    this.raw = raw;
    this.out = out;
    this.plain = plain;
  }

  /** Creates or empties a file; a name that ends in {@code .gz} has it compressed. */
  public static TraceFile create(Path path) throws IOException {
    OutputStream raw = LockedFile.emptied(path);
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
        ? new TraceFile(raw, new GZIPOutputStream(raw, BUFFER), Optional.empty())
        : new TraceFile(raw, new BufferedOutputStream(raw, BUFFER), Optional.of(path));
  }

  /** Stores into a stream, uncompressed. It is closed with this file. */
  public static TraceFile over(OutputStream out) {
    return new TraceFile(out, new BufferedOutputStream(out, BUFFER), Optional.empty());
  }

  @Override
  public void line(byte[] buffer, int from, int to) {
    if (failure.isPresent()) {
      return;
    }
    try {
      out.write(buffer, from, to - from);
      out.write('\n');
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Writes the exit record; that this file lost events is told in it. */
  public void exit(Exit exit) {
    if (failure.isEmpty()) {
      byte[] record = record(exit);
      line(record, 0, record.length);
      flush();
    }
    if (failure.isPresent() && plain.isPresent()) {
      appendAfterLoss(plain.get(), record(lossy(exit, failure.get())), failure.get());
    }
  }

  /** The first failure to write, after which nothing but the exit record was stored. */
  public Optional<IOException> failure() {
    return failure;
  }

  /** Finishes the file; a failure to do so is kept like any other. */
  @Override
  public void close() {
    try {
      if (failure.isEmpty()) {
        out.close();
      }
      raw.close();
    } catch (IOException e) {
      failed(e);
    }
  }

  private void flush() {
    try {
      if (failure.isEmpty()) {
        out.flush();
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException e) {
    failure.ifPresentOrElse(first -> first.addSuppressed(e), () -> failure = Optional.of(e));
  }

  private static void appendAfterLoss(Path path, byte[] record, IOException failure) {
    try {
      WholeRecords.cutBack(path, record.length + 1);
      Files.write(path, record, StandardOpenOption.APPEND);
      Files.write(path, new byte[] {'\n'}, StandardOpenOption.APPEND);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static Exit lossy(Exit exit, IOException failure) {
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return new Exit(exit.status(), exit.timedOut(), true, reason);
  }

  private static byte[] record(Exit exit) {
    return RecordEncoder.exit(exit).getBytes(StandardCharsets.US_ASCII);
  }
}
