package dev.leadline.launch.streams;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stream that another thread can give up on while this one waits in it for bytes. The pipe of an
 * ended process may be held open by a process that it left behind, for an unknown time.
 */
public final class AbandonableInput extends BlockInput {

  /** Opens the stream on first use; may wait as long as a read. */
  public interface Opener {
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

  public AbandonableInput(Opener opener) {
    this.opener = opener;
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

  /** Closes the stream for its reader; a writer then gets EPIPE. */
  @Override
  public void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  /** The FIFO that is the program's stdout. Opening it waits for the program. */
  public static record Fifo(String path) implements AbandonableInput.Opener {

    @Override
    public InputStream open() throws IOException {
      return new FileInputStream(path);
    }

    /** Opens the other side for a moment; a FIFO that is opened for both does not block. */
    @Override
    public void hurry() throws IOException {
      new RandomAccessFile(path, "rw").close();
    }

    @Override
    public boolean holdsBytes(InputStream opened) throws IOException {
      return opened.available() > 0;
    }
  }

  /** One stream of the process with the thread that reads it. */
  public static final class Draining {

    /**
     * How long a pipe must bring nothing and hold nothing, once the process is gone, to count as
     * empty. What the process itself wrote is in the pipe by then; only a process that it left
     * behind could still write.
     */
    private static final long QUIET_MS = 500;

    private final AbandonableInput input;
    private final Background reader;

    public Draining(String name, AbandonableInput input, Runnable reading) {
      this.input = input;
      this.reader = new Background(name, reading);
    }

    public void start() {
      reader.start();
    }

    /** Waits until all is read, or until nothing comes although the pipe is still open. */
    public void finish() {
      try {
        long before = input.reads();
        boolean over = reader.await(QUIET_MS);
        while (!over && !(input.reads() == before && input.abandonIfWaiting())) {
          before = input.reads();
          over = reader.await(QUIET_MS);
        }
        if (over) {
          input.close();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        // it is not read any more
      }
    }
  }
}
