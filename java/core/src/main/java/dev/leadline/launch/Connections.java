package dev.leadline.launch;

import dev.leadline.wire.ProcessFacts;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The followed processes that have a stream just now, and what comes from each; one thread's. */
final class Connections {

  private final Set<ChildStream> open = new HashSet<>();
  private final MergedInput merged;
  private final RecordedProcesses recorded;
  private final Crowd crowd;
  private int numbers;

  /** The first one that connects has the number behind {@code latest}. */
  Connections(MergedInput merged, RecordedProcesses recorded, Crowd crowd, int latest) {
    this.numbers = latest;
    this.merged = merged;
    this.recorded = recorded;
    this.crowd = crowd;
  }

  /** Somebody has connected. */
  ChildStream add(SocketChannel channel) {
    ChildStream stream = new ChildStream(channel);
    open.add(stream);
    return stream;
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
        return; // somebody else who found the socket
      }
      stream.number(++numbers);
      recorded.begin(numbers, facts.get());
    }
    recorded.told(stream.number().getAsInt(), lines);
    // of those that are too many it is only told that they were there
    if (first || !crowd.isTooLarge()) {
      merged.put(stream.number().getAsInt(), lines);
    }
  }

  /** A stream has ended; of a process that was killed it is told. */
  void end(ChildStream stream) throws IOException {
    open.remove(stream);
    if (stream.number().isPresent()) {
      int number = stream.number().getAsInt();
      recorded.end(number);
      if (crowd.isTooLarge()) {
        merged.put(number, crowd.exit().lineOf(number));
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
}
