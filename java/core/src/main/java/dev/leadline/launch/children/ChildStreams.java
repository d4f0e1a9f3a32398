package dev.leadline.launch.children;

import dev.leadline.launch.children.Connections.ChildStream;
import dev.leadline.launch.streams.Background;
import dev.leadline.launch.streams.MergedInput;
import dev.leadline.launch.streams.WholeLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in the streams of all processes of a run, the first one's included, and merges them. One
 * thread serves all connections; it starts behind the first process's header, so that this is the
 * first line of all.
 */
public final class ChildStreams implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int PAUSE_MS = 20;

  private final MergedInput merged = new MergedInput();
  private final ByteBuffer space = ByteBuffer.allocate(BUFFER_BYTES);
  private final ServerSocketChannel server;
  private final Selector selector;
  private final RecordedProcesses recorded;
  private final Connections connections;
  private final ProcessLimit limit;
  private final PendingProcesses pending;
  private final boolean firstConnects;
  private volatile boolean firstEnded;
  private volatile boolean givenUp;

  /**
   * @param firstToo whether the first process connects like all others, instead of writing to its
   *     stdout
   */
  ChildStreams(
      ServerSocketChannel server,
      RecordedProcesses recorded,
      ProcessLimit limit,
      PendingProcesses pending,
      boolean firstToo)
      throws IOException {
    this.server = server;
    this.recorded = recorded;
    this.firstConnects = firstToo;
    this.connections = new Connections(merged, recorded, limit, firstToo ? -1 : 0);
    this.limit = limit;
    this.pending = pending;
    this.selector = Selector.open();
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** All streams as one; it ends when the last of them has. */
  public InputStream merged() {
    return merged;
  }

  /** Reads the first process's stream to its end, in the thread that calls. */
  public void readFirst(InputStream stream) {
    Optional<Background> serving = Optional.empty();
    try {
      WholeLines lines = new WholeLines();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        byte[] whole = lines.add(buffer, count);
        recorded.received(0, whole);
        merged.put(0, whole);
        if (serving.isEmpty()) {
          serving = Optional.of(new Background("children", this::serve));
          serving.get().start();
        }
      }
      merged.put(0, lines.rest());
      if (serving.isEmpty()) {
        merged.end();
      }
    } catch (IOException e) {
      merged.fail(e);
    } finally {
      firstEnded();
    }
  }

  /** Serves all, the first process included. */
  public void serveFirst() {
    new Background("children", this::serve).start();
  }

  /** The first process writes no more. */
  public void firstEnded() {
    firstEnded = true;
    selector.wakeup();
  }

  /** Ends all streams that are still open; no process that could be ended holds them. */
  void giveUp() {
    givenUp = true;
    selector.wakeup();
  }

  private void serve() {
    try {
      boolean over = false;
      while (!over) {
        boolean last = firstEnded && connections.isEmpty() && !limit.isExceeded();
        select(last);
        serveSelected();
        over = givenUp || (last && connections.isEmpty() && !isAnyLeft() && !awaitsAccept());
      }
      connections.endAll();
      merged.end();
    } catch (IOException | ClosedSelectorException e) {
      merged.fail(new IOException("the streams of child processes could not be read: " + e, e));
    }
  }

  /** Waits until something comes; where all have ended, for pending processes. */
  private void select(boolean last) throws IOException {
    if (!last) {
      selector.select();
    } else if (pending.existed()) {
      selector.select(PAUSE_MS);
    } else {
      selector.selectNow();
    }
  }

  /**
   * Reads what has come, in the order in which the processes connected. A process writes its header
   * before it has children, so this header comes before theirs also where this thread is late and
   * finds all of them at once: the first process gets the first number.
   */
  private void serveSelected() throws IOException {
    Set<SelectionKey> selected = selector.selectedKeys(); // in no order
    for (ChildStream stream : Connections.inOrder(selected)) {
      if (!stream.read(space, connections::lines)) {
        connections.end(stream);
      }
    }
    SelectionKey accepting = server.keyFor(selector);
    if (selected.contains(accepting) && accepting.isValid()) {
      accept();
    }
    selected.clear();
  }

  /** Accepts connections up to the limit of processes. */
  private void accept() throws IOException {
    SocketChannel one = server.accept();
    while (one != null) {
      one.configureBlocking(false);
      one.register(selector, SelectionKey.OP_READ, connections.add(one));
      pending.restartGracePeriod();
      limit.check(connections.size() + (firstEnded || firstConnects ? 0 : 1));
      one = limit.isExceeded() ? null : server.accept();
    }
    if (limit.isExceeded()) {
      server.keyFor(selector).cancel();
    }
  }

  /**
   * Whether a process has connected since the last look: it may have ended before it was searched
   * for.
   */
  private boolean awaitsAccept() throws IOException {
    return selector.selectNow() > 0;
  }

  private boolean isAnyLeft() {
    return limit.isExceeded() || pending.exist();
  }

  /** Closes the socket. */
  @Override
  public void close() {
    try {
      server.close();
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket cannot be closed", e);
    }
  }
}
