package dev.leadline.wire.read;

import dev.leadline.event.Header;
import dev.leadline.wire.Exit;
import dev.leadline.wire.Exit.ExitWords;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ending signals that processes of a run sent each other. A process that one of them ends
 * cannot report it; its sender, most often the parent, does.
 */
final class SentSignals {

  /** Processes that are remembered, the latest: a program may start them without end. */
  private static final int MOST = 10_000;

  private static final int SIGNALLED = 128;

  /** The last signal that a process was sent. */
  record Signal(long sender, int number, long timeNs) {}

  private final Map<Long, Signal> sent = latest();
  private final Map<Long, Long> parents = latest();

  private static <T> Map<Long, T> latest() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
        return size() > MOST;
      }
    };
  }

  /** A process has begun. */
  void begin(Header header) {
    header.parent().ifPresent(parent -> parents.put(header.process(), parent));
  }

  /** A process has reported its own end: another one may have its id by now. */
  void end(Header header) {
    sent.remove(header.process());
  }

  void sent(long receiver, Signal signal) {
    sent.put(receiver, signal);
  }

  /** The last signal to this process. */
  Optional<Signal> to(Header header) {
    return Optional.ofNullable(sent.get(header.process()));
  }

  /** The exit of a process that this signal ended. */
  Exit exit(Header header, Signal signal) {
    String sender =
        isAncestor(signal.sender(), header.process()) ? "its parent" : "process " + signal.sender();
    String detail = "ended by " + sender + " (" + ExitWords.signalName(signal.number()) + ")";
    return new Exit(SIGNALLED + signal.number(), false, false, detail);
  }

  /** A fork server stands between {@code multiprocessing} and the processes that it starts. */
  private boolean isAncestor(long process, long of) {
    Set<Long> seen = new HashSet<>();
    Long ancestor = parents.get(of);
    while (ancestor != null && ancestor != process && seen.add(ancestor)) {
      ancestor = parents.get(ancestor);
    }
    return ancestor != null && ancestor == process;
  }
}
