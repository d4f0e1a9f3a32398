package dev.leadline.launch.streams;

import dev.leadline.wire.RawRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The streams of several processes as one: whole lines, and wherever the process changes, the
 * record that names it. A writer waits where the reader is behind.
 */
public final class MergedInput extends BlockInput {

  private static final int MOST_WAITING = 64;
  private static final Lines END = new Lines(-1, new byte[0]);

  /** Whole lines of one process. */
  private record Lines(int process, byte[] bytes) {}

  private final BlockingQueue<Lines> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private Lines next = new Lines(0, new byte[0]);
  private byte[] current = {};
  private int at;
  private int process;
  private volatile Optional<IOException> failure = Optional.empty();

  /** Adds whole lines of a process; 0 is the first one. */
  public void put(int process, byte[] lines) throws InterruptedIOException {
    if (lines.length > 0) {
      add(new Lines(process, lines));
    }
  }

  /** Nothing comes any more, for this reason. */
  public void fail(IOException reason) {
    failure = Optional.of(reason);
    waiting.clear();
    waiting.add(END);
  }

  /** Nothing comes any more. */
  public void end() throws InterruptedIOException {
    add(END);
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, buffer.length);
    if (length == 0) {
      return 0;
    }
    while (at == current.length) {
      if (!advance()) {
        return -1;
      }
    }
    int count = Math.min(length, current.length - at);
    System.arraycopy(current, at, buffer, from, count);
    at += count;
    return count;
  }

  private boolean advance() throws IOException {
    if (next != END && next.bytes().length == 0) {
      next = take();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (next == END) {
      return false;
    }
    at = 0;
    if (next.process() == process) {
      current = next.bytes();
      next = new Lines(process, new byte[0]);
    } else {
      process = next.process();
      current = RawRecord.process(process);
    }
    return true;
  }

  private void add(Lines lines) throws InterruptedIOException {
    try {
      waiting.put(lines);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private Lines take() throws InterruptedIOException {
    try {
      return waiting.take();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while the streams were merged");
  }
}
