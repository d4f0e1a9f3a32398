package dev.leadline.launch.streams;

import dev.leadline.files.BrokenPipe;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Carries bytes from one stream to another as they come, in a thread of its own. */
public final class Pump implements Runnable {

  /** Most programs write little, and there may be hundreds of them. */
  private static final int FIRST = 1 << 12;

  /** What a pipe holds. */
  private static final int MOST = 1 << 16;

  private final InputStream from;
  private final OutputStream to;
  private final Closeable hangUp;
  private volatile Optional<IOException> failure = Optional.empty();

  /**
   * A pump; neither stream is closed at the end.
   *
   * @param hangUp what is closed where {@code to} takes no more, so that the sender learns of it in
   *     its next write as it would without us
   */
  public Pump(InputStream from, OutputStream to, Closeable hangUp) {
    this.from = from;
    this.to = to;
    this.hangUp = hangUp;
  }

  /** Pumps until either side ends. */
  @Override
  public void run() {
    byte[] buffer = new byte[FIRST];
    try {
      int count = from.read(buffer);
      while (count >= 0 && deliver(buffer, count)) {
        if (count == buffer.length && count < MOST) {
          buffer = new byte[2 * count];
        }
        count = from.read(buffer);
      }
      if (count >= 0) {
        hangUp.close();
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  /** Why bytes were lost; a reader that has seen enough is no reason. */
  public Optional<IOException> failure() {
    return failure;
  }

  private boolean deliver(byte[] buffer, int count) {
    try {
      to.write(buffer, 0, count);
      to.flush();
      return true;
    } catch (IOException e) {
      if (!BrokenPipe.is(e)) {
        failure = Optional.of(e);
      }
      return false;
    }
  }
}
