package dev.leadline.launch.children;

import dev.leadline.launch.streams.MergedInput;
import dev.leadline.launch.streams.WholeLines;
import dev.leadline.wire.HeaderRecord.ProcessFacts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The open streams of followed processes; used by one thread. */
final class Connections {

  private final Set<ChildStream> open = new HashSet<>();
  private final MergedInput merged;
  private final RecordedProcesses recorded;
  private final ProcessLimit limit;
  private int connected;
  private int numbers;

  /** The first one that connects has the number behind {@code latest}. */
  Connections(MergedInput merged, RecordedProcesses recorded, ProcessLimit limit, int latest) {
    this.numbers = latest;
    this.merged = merged;
    this.recorded = recorded;
    this.limit = limit;
  }

  /** Adds a new connection. */
  ChildStream add(SocketChannel channel) {
    ChildStream stream = new ChildStream(channel, connected++);
    open.add(stream);
    return stream;
  }

  /** The streams of these keys, in the order in which they were added. */
  static List<ChildStream> inOrder(Collection<SelectionKey> keys) {
    return keys.stream()
        .map(SelectionKey::attachment)
        .filter(ChildStream.class::isInstance)
        .map(ChildStream.class::cast)
        .sorted(Comparator.comparingInt(stream -> stream.place))
        .toList();
  }

  int size() {
    return open.size();
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Takes in whole lines; a process gets its number with the first of them, its header. */
  void lines(ChildStream stream, byte[] lines) throws IOException {
    boolean first = stream.number().isEmpty();
    if (first) {
      Optional<ProcessFacts> facts = ChildStream.facts(lines);
      if (facts.isEmpty()) {
        return; // not a process of the run
      }
      stream.number(++numbers);
      recorded.begin(numbers, facts.get());
    }
    recorded.received(stream.number().getAsInt(), lines);
    // of processes beyond the limit only the header is kept
    if (first || !limit.isExceeded()) {
      merged.put(stream.number().getAsInt(), lines);
    }
  }

  /** Ends a stream; that of a killed process gets an end record. */
  void end(ChildStream stream) throws IOException {
    open.remove(stream);
    if (stream.number().isPresent()) {
      int number = stream.number().getAsInt();
      recorded.end(number);
      if (limit.isExceeded()) {
        merged.put(number, limit.exit().lineOf(number));
      }
    }
    stream.close();
  }

  /** Ends all that are left. */
  void endAll() throws IOException {
    for (ChildStream stream : List.copyOf(open)) {
      end(stream);
    }
  }

  /** The connection of one followed process, from its header to its end. */
  static final class ChildStream implements Closeable {

    private final SocketChannel channel;
    private final int place;
    private final WholeLines lines = new WholeLines();
    private OptionalInt number = OptionalInt.empty();

    /**
     * @param place how many were added before
     */
    ChildStream(SocketChannel channel, int place) {
      this.channel = channel;
      this.place = place;
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
}
