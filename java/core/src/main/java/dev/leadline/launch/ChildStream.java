package dev.leadline.launch;

import dev.leadline.wire.ProcessFacts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.OptionalInt;

/** The connection of one followed process, from its header to its end. */
final class ChildStream implements Closeable {

  private final SocketChannel channel;
  private final WholeLines lines = new WholeLines();
  private OptionalInt number = OptionalInt.empty();

  ChildStream(SocketChannel channel) {
    this.channel = channel;
  }

  /** The process's number in the trace, once its header was seen. */
  OptionalInt number() {
    return number;
  }

  void number(int given) {
    number = OptionalInt.of(given);
  }

  /**
   * Takes in what has come.
   *
   * @param space for the bytes, backed by an array
   * @return whether more may come
   */
  boolean read(ByteBuffer space, Receiver receiver) throws IOException {
    space.clear();
    int count = received(space);
    byte[] whole = count < 0 ? lines.rest() : lines.add(space.array(), count);
    if (whole.length > 0) {
      receiver.lines(this, whole);
    }
    return count >= 0;
  }

  /** A connection that is reset, as by a process that died with unread bytes, has ended. */
  private int received(ByteBuffer space) {
    try {
      return channel.read(space);
    } catch (IOException e) {
      return -1;
    }
  }

  /** The facts of the header that these lines begin with. */
  static Optional<ProcessFacts> facts(byte[] lines) {
    int end = 0;
    while (end < lines.length && lines[end] != '\n') {
      end++;
    }
    return ProcessFacts.ofHeader(lines, 0, end);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Gets whole lines. */
  interface Receiver {
    void lines(ChildStream stream, byte[] lines) throws IOException;
  }
}
