package dev.leadline.launch;

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

/**
 * Takes in the streams of all processes of a run, the first one's included, and merges them. One
 * thread serves all connections; it starts behind the first process's header, so that this is the
 * first line of all.
 */
final class ChildStreams implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int PAUSE_MS = 20;

  private final MergedInput merged = new MergedInput();
  private final ByteBuffer space = ByteBuffer.allocate(BUFFER_BYTES);
  private final ServerSocketChannel server;
  private final Selector selector;
  private final RecordedProcesses recorded;
  private final Connections connections;
  private final Crowd crowd;
  private final Latecomers latecomers;
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
      Crowd crowd,
      Latecomers latecomers,
      boolean firstToo)
      throws IOException {
    this.server = server;
    this.recorded = recorded;
    this.firstConnects = firstToo;
    this.connections = new Connections(merged, recorded, crowd, firstToo ? -1 : 0);
    this.crowd = crowd;
    this.latecomers = latecomers;
    this.selector = Selector.open();
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** All streams as one; it ends when the last of them has. */
  InputStream merged() {
    return merged;
  }

  /** Reads the first process's stream to its end, in the thread that calls. */
  void readFirst(InputStream stream) {
    Optional<Background> serving = Optional.empty();
    try {
      WholeLines lines = new WholeLines();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        byte[] whole = lines.add(buffer, count);
        recorded.told(0, whole);
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
  void serveFirst() {
    new Background("children", this::serve).start();
  }

  /** The first process writes no more. */
  void firstEnded() {
    firstEnded = true;
    selector.wakeup();
  }

  /** Ends all streams that are still open; nobody who could be ended holds them. */
  void giveUp() {
    givenUp = true;
    selector.wakeup();
  }

  private void serve() {
    try {
      boolean over = false;
      while (!over) {
        boolean last = firstEnded && connections.isEmpty() && !crowd.isTooLarge();
        select(last);
        for (SelectionKey key : selector.selectedKeys()) {
          serve(key);
        }
        selector.selectedKeys().clear();
        over = givenUp || (last && connections.isEmpty() && !somebodyIsLeft());
      }
      connections.endAll();
      merged.end();
    } catch (IOException | ClosedSelectorException e) {
      merged.fail(new IOException("the streams of child processes could not be read: " + e, e));
    }
  }

  /** Waits until something comes; where all have ended, just for a look or for latecomers. */
  private void select(boolean last) throws IOException {
    if (!last) {
      selector.select();
    } else if (latecomers.wereExpected()) {
      selector.select(PAUSE_MS);
    } else {
      selector.selectNow();
    }
  }

  private void serve(SelectionKey key) throws IOException {
    if (key.isAcceptable()) {
      accept();
    } else if (key.attachment() instanceof ChildStream stream
        && !stream.read(space, connections::lines)) {
      connections.end(stream);
    }
  }

  /** Takes new ones in, until they are too many: then the others stay where they are. */
  private void accept() throws IOException {
    SocketChannel one = server.accept();
    while (one != null) {
      one.configureBlocking(false);
      one.register(selector, SelectionKey.OP_READ, connections.add(one));
      latecomers.oneCame();
      crowd.size(connections.size() + (firstEnded || firstConnects ? 0 : 1));
      one = crowd.isTooLarge() ? null : server.accept();
    }
    if (crowd.isTooLarge()) {
      server.keyFor(selector).cancel();
    }
  }

  private boolean somebodyIsLeft() {
    return crowd.isTooLarge() || latecomers.areExpected();
  }

  /** Nobody can connect any more. */
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
