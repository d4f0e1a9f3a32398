package dev.leadline.launch;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stream that another thread can give up on while this one waits in it for bytes. The pipe of an
 * ended process may be held open by a process that it left behind, and nobody can say for how long.
 */
final class AbandonableInput extends BlockInput {

  /** Opens the stream on first use; may wait as long as a read. */
  interface Opener {
    InputStream open() throws IOException;

    /**
     * Lets an {@link #open()} that still waits for the other side return; called when it is gone.
     */
    default void hurry() throws IOException {}

    /**
     * Whether the opened stream is known to have bytes that its reader was not handed yet.
     *
     * @param opened the stream, which the reader may be waiting in
     */
    default boolean holdsBytes(InputStream opened) throws IOException {
      return false; // that of a process is locked by its reader and cannot be asked
    }
  }

  private enum State {
    WORKING,
    WAITING,
    ABANDONED
  }

  private final Opener opener;
  private final AtomicReference<State> state = new AtomicReference<>(State.WORKING);
  private final AtomicLong reads = new AtomicLong();
  private volatile InputStream opened;
  private volatile boolean ended;

  AbandonableInput(Opener opener) {
    this.opener = opener;
  }

  /** Whether the stream came to its end: nobody has it open for writing any more. */
  boolean ended() {
    return ended;
  }

  /** Counts the reads that brought something. */
  long reads() {
    return reads.get();
  }

  /**
   * Gives the stream up if its reader waits for bytes just now and there are none: for the reader
   * it ends here, and whatever may still come is not handed out. A reader that seems to wait may be
   * one that the system has not woken yet, so the stream itself is asked.
   *
   * @return whether the reader is done with the stream, and all that it did is visible here
   */
  boolean abandonIfWaiting() {
    return isEmpty() && state.compareAndSet(State.WAITING, State.ABANDONED);
  }

  private boolean isEmpty() {
    try {
      if (opened == null) {
        opener.hurry();
        return false;
      }
      return !opener.holdsBytes(opened);
    } catch (IOException e) {
      return true; // closed, or it never was there
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (!state.compareAndSet(State.WORKING, State.WAITING)) {
      return -1;
    }
    int count = waitFor(buffer, from, length);
    if (!state.compareAndSet(State.WAITING, State.WORKING)) {
      return -1;
    }
    ended = count < 0;
    reads.incrementAndGet();
    return count;
  }

  private int waitFor(byte[] buffer, int from, int length) throws IOException {
    try {
      if (opened == null) {
        opened = opener.open();
      }
      return opened.read(buffer, from, length);
    } catch (IOException e) {
      if (state.compareAndSet(State.WAITING, State.WORKING)) {
        throw e;
      }
      return -1;
    }
  }

  /** Closes the stream for its reader, so that who writes into the pipe learns of it. */
  @Override
  public void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }
}
