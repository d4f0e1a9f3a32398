package dev.leadline.launch.children;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds a run's processes by its directory: a forked process has it on its command line, which is
 * its parent's, and a new interpreter in its environment.
 */
final class RunProcessFinder {

  private final String directory;

  RunProcessFinder(Path directory) {
    this.directory = directory.toString();
  }

  /** The Python processes of the run, whatever their parents are. */
  Stream<ProcessHandle> pythonProcesses() {
    return ProcessHandle.allProcesses().filter(this::isOfRun);
  }

  /**
   * All processes of the run that can be recognised, Python or not, orphans included. Where
   * children are not followed, no process has the variables, and one that called {@code exec} is
   * not found.
   *
   * @return process ids
   */
  List<Long> all() {
    return ProcessHandle.allProcesses()
        .filter(process -> isForked(process.info()) || hasVariables(process.pid()))
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Whether it is a Python process of the run, whatever its parent is. */
  boolean isOfRun(ProcessHandle process) {
    return isForked(process.info()) || isInterpreter(process);
  }

  /** Whether it is an interpreter that finds the agent by itself, as after {@code exec}. */
  boolean isInterpreter(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return !isForked(info) && isPython(info) && hasVariables(process.pid());
  }

  /**
   * Whether a process that calls {@code exec} has not finished: it has its old command line, or
   * none yet. A zombie has none either, and another state.
   */
  boolean isInExec(ProcessHandle process) {
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

  /** Whether it has the variables with which a new interpreter connects. */
  private boolean hasVariables(long process) {
    try {
      Path environment = Path.of("/proc/" + process + "/environ");
      return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(directory);
    } catch (IOException e) {
      return false; // it is gone, another user's, or there is no /proc
    }
  }
}
