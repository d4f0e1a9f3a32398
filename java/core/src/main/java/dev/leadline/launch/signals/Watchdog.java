package dev.leadline.launch.signals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A small shell beside this JVM. It sends the signals that Java cannot send, and when the JVM is
 * killed, which it learns from the end of its stdin, it ends the programs that still run and
 * removes the directories. It holds none of our streams, and ends when we do. Without a shell, none
 * of this is done.
 *
 * <p>A pipeline that ends a job kills its whole process group, so the shell is in a session of its
 * own where there is a {@code setsid}, and outlives that. It reports when it is, and nothing that
 * it would have to remove or to end is made before.
 *
 * <p>One for all runs: it costs a process, and a shell that is there already can send a signal also
 * when no process can be started any more.
 */
public final class Watchdog {

  private static final String SCRIPT = "watchdog.sh";

  private static final String IN_OWN_SESSION =
      "command -v setsid >/dev/null && exec setsid sh -c \"$1\" \"$0\"; exec sh -c \"$1\" \"$0\"";

  /** How long the end of this JVM waits for programs that run, and for the shell. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static Optional<Watchdog> ofThisJvm = Optional.empty();

  private final Optional<Process> shell;
  private final OutputStream orders;
  private int programs;
  private final Set<String> kept = new HashSet<>();
  private boolean listens;

  private Watchdog(Optional<Process> shell) {
    this.shell = shell;
    this.orders = shell.map(Process::getOutputStream).orElse(OutputStream.nullOutputStream());
    this.listens = shell.isPresent();
  }

  /** That of this JVM, started when it is first asked for. */
  public static synchronized Watchdog get() {
    Watchdog watchdog = ofThisJvm.orElseGet(Watchdog::start);
    ofThisJvm = Optional.of(watchdog);
    return watchdog;
  }

  private static Watchdog start() {
    return new Watchdog(
        File.separatorChar == '/' ? shell().filter(Watchdog::isReady) : Optional.empty());
  }

  /** Waits until the shell has left our process group; a shell that fails reports nothing. */
  private static boolean isReady(Process shell) {
    try {
      return shell.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Process> shell() {
    try (InputStream script = Watchdog.class.getResourceAsStream(SCRIPT)) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(
          new ProcessBuilder(List.of("sh", "-c", IN_OWN_SESSION, "leadline-watchdog", text))
              .directory(new File("/"))
              .redirectError(Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      return Optional.empty(); // no shell in a very small container
    }
  }

  /**
   * Ends the shell in good order, once no program runs any more and this was done. A JVM that still
   * has a child would take a third of a second longer to end: HotSpot waits for the thread that
   * waits for the child.
   */
  public static void dismiss(Runnable cleanup) {
    Optional<Watchdog> watchdog = started();
    watchdog.ifPresent(Watchdog::awaitPrograms);
    cleanup.run();
    watchdog.ifPresent(Watchdog::end);
  }

  private static synchronized Optional<Watchdog> started() {
    return ofThisJvm;
  }

  /** Has a directory removed when this JVM is killed; it may not exist yet. */
  public synchronized void removeLater(Path directory) {
    String path = directory.toAbsolutePath().toString();
    if (path.indexOf('\n') < 0 && kept.add(path)) {
      order("keep " + path);
    }
  }

  /** Has a program ended when this JVM is killed. */
  public synchronized void begin(long program) {
    programs++;
    order("begin " + program);
  }

  /** A program has ended; its process id may be reused. */
  public synchronized void end(long program) {
    programs--;
    notifyAll();
    order("end " + program);
  }

  /**
   * Sends a signal, by name or number.
   *
   * @return whether there was a shell to send it
   * @param processes process ids; one that is gone is no fault
   */
  public boolean signal(String signal, Collection<Long> processes) {
    return processes.isEmpty()
        || order(
            "signal -"
                + signal
                + processes.stream().map(id -> " " + id).collect(Collectors.joining()));
  }

  private synchronized void awaitPrograms() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      long left = PATIENCE.toNanos();
      while (programs > 0 && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    try {
      order("over");
      orders.close();
      if (shell.isPresent()) {
        shell.get().waitFor(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (IOException e) {
      shell.ifPresent(Process::destroyForcibly); // it is gone already, or does not read
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean order(String line) {
    if (listens) {
      try {
        orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
      } catch (IOException e) {
        listens = false; // the shell was killed
      }
    }
    return listens;
  }
}
