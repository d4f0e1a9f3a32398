package dev.leadline.launch;

import dev.leadline.process.IgnoredSignals;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hears of the signals that ask this JVM to end: {@code INT}, {@code HUP} and {@code TERM}. As long
 * as anybody listens, the JVM itself goes on. Several may, each for a program of its own: the
 * signals are taken for the first of them, and given back behind the last. A build tool may have
 * loaded Leadline more than once: then the signals are those of the last that took them.
 */
public final class StopSignals implements AutoCloseable {

  private static final List<String> SIGNALS = List.of("INT", "HUP", "TERM");
  private static final List<StopSignals> LISTENING = new CopyOnWriteArrayList<>();
  private static List<Runnable> putBack = List.of();

  private final Consumer<String> heard;

  /**
   * Listens from now on.
   *
   * @param heard is told the name of each signal, without {@code SIG}, on a thread of the JVM;
   *     those who listen are told in the order in which they began to
   */
  public StopSignals(Consumer<String> heard) {
    this.heard = heard;
    listen(this);
  }

  private static void listen(StopSignals one) {
    synchronized (LISTENING) {
      LISTENING.add(one);
      if (LISTENING.size() == 1) {
        putBack =
            SIGNALS.stream()
                .map(name -> JvmSignal.take(name, () -> tell(name)))
                .flatMap(Optional::stream)
                .toList();
      }
    }
  }

  /**
   * Keeps the signals that this process was started with ignored from ending the JVM, which the
   * launcher script has made able to receive them.
   */
  public static void keepIgnored() {
    SIGNALS.stream()
        .filter(IgnoredSignals.atStart()::contains)
        .forEach(name -> JvmSignal.take(name, () -> true));
  }

  private static boolean tell(String name) {
    List<StopSignals> told = List.copyOf(LISTENING);
    told.forEach(one -> one.heard.accept(name));
    return !told.isEmpty();
  }

  /** Where nobody else listens, the signals are this JVM's own again. */
  @Override
  public void close() {
    synchronized (LISTENING) {
      boolean last = LISTENING.remove(this) && LISTENING.isEmpty();
      if (last) {
        putBack.forEach(Runnable::run);
        putBack = List.of();
      }
    }
  }
}
