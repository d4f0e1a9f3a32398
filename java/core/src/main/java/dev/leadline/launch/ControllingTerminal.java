package dev.leadline.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;

/**
 * Whether a key on the terminal interrupts us. If so it has interrupted the program, too: the
 * terminal tells its whole foreground process group.
 */
final class ControllingTerminal {

  private static final Path OWN_STATE = Path.of("/proc/self/stat");

  private ControllingTerminal() {}

  /** Whether this process is of the group that its terminal's keys talk to. */
  static boolean interruptsUs() {
    try {
      return isForeground(Files.exists(OWN_STATE) ? groups(Files.readString(OWN_STATE)) : asked());
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
