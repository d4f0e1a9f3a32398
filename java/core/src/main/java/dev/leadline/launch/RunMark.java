package dev.leadline.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Knows the processes of a run by the run's directory: a forked one has it on its command line,
 * which is its parent's, and a new interpreter in its environment.
 */
final class RunMark {

  private final String directory;

  RunMark(Path directory) {
    this.directory = directory.toString();
  }

  /** The Python processes of the run that are there just now, whoever their parents are. */
  Stream<ProcessHandle> processes() {
    return ProcessHandle.allProcesses().filter(this::isOn);
  }

  /**
   * Everybody of the run who is there just now and can be known, Python or not: the children of
   * processes that are gone are nobody's any more. Where children are not followed, nobody has the
   * variables, and a program that was started by {@code exec} is not known.
   */
  List<Long> everybody() {
    return ProcessHandle.allProcesses()
        .filter(process -> isForked(process.info()) || isTold(process.pid()))
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Whether it is a Python process of the run, whoever its parent is. */
  boolean isOn(ProcessHandle process) {
    return isForked(process.info()) || isInterpreter(process);
  }

  /** Whether it is an interpreter that finds the agent by itself, as one is after {@code exec}. */
  boolean isInterpreter(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return !isForked(info) && isPython(info) && isTold(process.pid());
  }

  /**
   * Whether a process that calls {@code exec} is not through with it: it has its old command line,
   * or none yet. One that has ended has none either, and another state.
   */
  boolean isChanging(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return isForked(info) || (info.arguments().isEmpty() && !isZombie(process.pid()));
  }

  private static boolean isZombie(long process) {
    try {
      String stat =
          Files.readString(Path.of("/proc/" + process + "/stat"), StandardCharsets.ISO_8859_1);
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return true; // it is gone
    }
  }

  private boolean isForked(ProcessHandle.Info info) {
    return info.arguments()
        .filter(words -> Arrays.stream(words).anyMatch(word -> word.contains(directory)))
        .isPresent();
  }

  private static boolean isPython(ProcessHandle.Info info) {
    return info.command().filter(path -> path.contains("python")).isPresent();
  }

  /** It has the variables that tell a new interpreter where to connect. */
  private boolean isTold(long process) {
    try {
      Path environment = Path.of("/proc/" + process + "/environ");
      return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(directory);
    } catch (IOException e) {
      return false; // it is gone, or somebody else's, or there is no /proc
    }
  }
}
