package dev.leadline.launch;

import dev.leadline.launch.Launcher.OnInterrupt;
import dev.leadline.launch.children.RunningProgram;
import dev.leadline.launch.signals.StopSignals;
import dev.leadline.process.IgnoredSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.zeroturnaround.exec.ProcessExecutor;

/**
 * Signals to this JVM go to the program, as if it had been started without us. The JVM itself goes
 * on until the program has ended. A signal that comes before the program is there waits for it.
 */
final class SignalForwarding implements AutoCloseable {

  private final CompletableFuture<RunningProgram> program = new CompletableFuture<>();
  private final OnInterrupt onInterrupt;
  private final StopSignals signals;
  private volatile boolean received;

  /** Takes the signals from now on; before the start, so that none ends this JVM meanwhile. */
  SignalForwarding(OnInterrupt onInterrupt) {
    this.onInterrupt = onInterrupt;
    this.signals = new StopSignals(this::receive);
  }

  /** This is the program that they go to. */
  void to(RunningProgram started) {
    program.complete(started);
  }

  /** Whether there was a signal. */
  boolean received() {
    return received;
  }

  private void receive(String name) {
    if (IgnoredSignals.atStart().contains(name)) {
      passOn(name);
      return;
    }
    received = true;
    if (name.equals("INT")) {
      interrupt();
    } else {
      passOnTo(running -> running.end(name));
    }
  }

  /** A plain run would go on, unless the program has a handler of its own that ends it. */
  private void passOn(String name) {
    if (!name.equals("INT") || !program.isDone() || !ControllingTerminal.interruptsUs()) {
      passOnTo(running -> running.signal(name));
    }
  }

  /** The terminal has interrupted the program, too, if it had started. */
  private void interrupt() {
    boolean interrupted = program.isDone() && ControllingTerminal.interruptsUs();
    if (onInterrupt == OnInterrupt.END) {
      passOnTo(interrupted ? RunningProgram::endAsked : running -> running.end("INT"));
    } else if (!interrupted) {
      passOnTo(RunningProgram::interrupt);
    }
  }

  private void passOnTo(Consumer<RunningProgram> signal) {
    program.thenAccept(signal);
  }

  /** From here on they are no business of this program's. */
  @Override
  public void close() {
    signals.close();
  }

  /**
   * Whether a key on the terminal interrupts us. If so it has interrupted the program, too: the
   * terminal signals its whole foreground process group.
   */
  private static final class ControllingTerminal {

    private static final Path OWN_STATE = Path.of("/proc/self/stat");

    private ControllingTerminal() {}

    /** Whether this process is of the group that its terminal's keys talk to. */
    public static boolean interruptsUs() {
      try {
        return isForeground(
            Files.exists(OWN_STATE) ? groups(Files.readString(OWN_STATE)) : asked());
      } catch (IOException | TimeoutException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /** Process group and the terminal's foreground group, as {@code proc(5)} places them. */
    static String groups(String stat) {
      // the name before them may hold anything, also spaces and parentheses
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
      return fields[2] + " " + fields[5];
    }

    static boolean isForeground(String groups) {
      String[] numbers = groups.strip().split("\\s+");
      return numbers.length == 2 && numbers[0].equals(numbers[1]);
    }

    private static String asked() throws IOException, InterruptedException, TimeoutException {
      String self = Long.toString(ProcessHandle.current().pid());
      return new ProcessExecutor("ps", "-o", "pgid=,tpgid=", "-p", self)
          .readOutput(true)
          .timeout(2, TimeUnit.SECONDS)
          .execute()
          .outputUTF8();
    }
  }
}
