package dev.leadline.wire.write;

import dev.leadline.event.TraceThread;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Records on their way into a stream, events gathered into batches between the others. */
final class RecordStream {

  private final OutputStream out;
  private final Batch batch = new Batch();
  private int process;

  RecordStream(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  /** The batch that an event of this thread belongs into. */
  Batch batch(TraceThread thread) throws IOException {
    if (!batch.takes(thread)) {
      writeBatch();
    }
    select(thread.process());
    return batch;
  }

  /** The batch that the last event went into. */
  Batch current() {
    return batch;
  }

  /** Writes a record of a process behind the events that came before it. */
  void write(int ofProcess, String record) throws IOException {
    writeBatch();
    select(ofProcess);
    writeLine(record);
  }

  /** The same for a record of the trace as a whole. */
  void write(String record) throws IOException {
    writeBatch();
    writeLine(record);
  }

  void flush() throws IOException {
    writeBatch();
    out.flush();
  }

  private void writeBatch() throws IOException {
    if (!batch.isEmpty()) {
      writeLine(batch.take());
    }
  }

  private void select(int other) throws IOException {
    if (process != other) {
      process = other;
      writeLine(RecordEncoder.process(other));
    }
  }

  private void writeLine(String record) throws IOException {
    out.write(record.getBytes(StandardCharsets.US_ASCII));
    out.write('\n');
  }
}
