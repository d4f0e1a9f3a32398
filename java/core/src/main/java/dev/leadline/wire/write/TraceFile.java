package dev.leadline.wire.write;

import dev.leadline.event.TraceRecord;
import dev.leadline.files.LockedFile;
import dev.leadline.wire.Exit;
import dev.leadline.wire.HeaderRecord.Channels;
import dev.leadline.wire.StreamListener;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/**
 * Stores a trace: the lines of the stream as they come, and the controller's exit record behind
 * them. The first failure to write is kept and later lines are dropped, so that a full disk does
 * not stop the program that is traced. The file is then cut back to whole records, with room made
 * for the exit record, which reports the loss. What was stored is in the file a fraction of a
 * second later, whatever happens to this JVM.
 */
public final class TraceFile implements StreamListener, Closeable {

  private static final int BUFFER = 1 << 16;

  /** Bytes of records between two flushes, each of which costs a compressed file some bytes. */
  private static final int FLUSHED_AFTER = 1 << 16;

  private final OutputStream raw;
  private final OutputStream out;
  private final LastRecord last;
  private final TimelyFlush flushing;
  private long unflushed;
  private Optional<IOException> failure = Optional.empty();

  /** What ends a file that takes no more. */
  public interface LastRecord {
    void append(byte[] record) throws IOException;
  }

  /** Stores into {@code raw} through {@code out}. */
  TraceFile(OutputStream raw, OutputStream out, LastRecord last) {
    this.raw = raw;
    this.out = out;
    this.last = last;
    this.flushing = new TimelyFlush(this::flush);
  }

  /** Creates or empties a file; a name that ends in {@code .gz} has it compressed. */
  public static TraceFile create(Path path) throws IOException {
    OutputStream raw = LockedFile.emptied(path);
    if (path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      GzipTrace compressed = GzipTrace.over(raw);
      return new TraceFile(raw, compressed, record -> compressed.endAfterLoss(path, record));
    }
    return new TraceFile(
        raw, new BufferedOutputStream(raw, BUFFER), record -> WholeRecords.end(path, record));
  }

  /** Stores into a stream, uncompressed. It is closed with this file. */
  static TraceFile over(OutputStream out) {
    return new TraceFile(out, new BufferedOutputStream(out, BUFFER), record -> {});
  }

  @Override
  public boolean keeps() {
    return true;
  }

  /** The header is in the file before the program starts. */
  @Override
  public void channels(Channels channels) {
    flush();
  }

  @Override
  public synchronized void line(byte[] buffer, int from, int to) {
    if (failure.isPresent()) {
      return;
    }
    try {
      out.write(buffer, from, to - from);
      out.write('\n');
      unflushed += to - from;
      if (unflushed > FLUSHED_AFTER) {
        flush();
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Stores what the controller knows of a source file, behind what is stored by now. */
  public void source(TraceRecord.SourceText source) {
    append(RecordEncoder.source(source));
  }

  /** The same for what can run of it. */
  public void executable(TraceRecord.Executable executable) {
    append(RecordEncoder.executable(executable));
  }

  private void append(String record) {
    byte[] line = record.getBytes(StandardCharsets.US_ASCII);
    line(line, 0, line.length);
  }

  /** Writes the exit record; it states whether this file lost events. */
  public synchronized void exit(Exit exit) {
    if (failure.isEmpty()) {
      byte[] record = record(exit);
      line(record, 0, record.length - 1);
      flush();
    }
    if (failure.isPresent()) {
      appendAfterLoss(record(lossy(exit, failure.get())), failure.get());
    }
  }

  /** The first failure to write, after which nothing but the exit record was stored. */
  public synchronized Optional<IOException> failure() {
    return failure;
  }

  /** Finishes the file; a failure to do so is kept like any other. */
  @Override
  public synchronized void close() {
    flushing.close();
    try {
      if (failure.isEmpty()) {
        out.close();
      }
      raw.close();
    } catch (IOException e) {
      failed(e);
    }
  }

  private synchronized void flush() {
    try {
      if (failure.isEmpty()) {
        out.flush();
        unflushed = 0;
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException e) {
    failure.ifPresentOrElse(first -> first.addSuppressed(e), () -> failure = Optional.of(e));
  }

  private void appendAfterLoss(byte[] record, IOException failure) {
    try {
      last.append(record);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static Exit lossy(Exit exit, IOException failure) {
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return new Exit(exit.status(), exit.timedOut(), true, reason);
  }

  /** With its newline. */
  private static byte[] record(Exit exit) {
    return (exit.record() + '\n').getBytes(StandardCharsets.US_ASCII);
  }

  /** Repairs the end of a stored trace that a failed write left in the middle of a record. */
  static final class WholeRecords {

    private static final int STEP = 1 << 16;

    private WholeRecords() {}

    /** Cuts the file behind a record's end, so far up that this record fits, which is its last. */
    static void end(Path path, byte[] record) throws IOException {
      try (FileChannel file =
          FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        long end = lastEnd(file, file.size() - record.length);
        file.truncate(end);
        file.position(end);
        ByteBuffer rest = ByteBuffer.wrap(record);
        while (rest.hasRemaining()) {
          file.write(rest);
        }
      }
    }

    /** Where the last record ends that ends at {@code before} or earlier; 0 if none does. */
    private static long lastEnd(FileChannel file, long before) throws IOException {
      for (long to = before; to > 0; to -= STEP) {
        long from = Math.max(0, to - STEP);
        ByteBuffer block = ByteBuffer.allocate((int) (to - from));
        while (block.hasRemaining() && file.read(block, from + block.position()) >= 0) {
          continue;
        }
        for (int i = block.position() - 1; i >= 0; i--) {
          if (block.get(i) == '\n') {
            return from + i + 1;
          }
        }
      }
      return 0;
    }
  }
}
