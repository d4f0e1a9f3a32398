package dev.leadline.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process with everything that it started, directly or not. */
public final class ProcessTree {

  private final ProcessHandle root;

  private ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  /** The tree that grows from this process. */
  public static ProcessTree of(Process process) {
    return new ProcessTree(process.toHandle());
  }

  /**
   * Asks all of them to end, waits at most {@code patience} for it, and then kills what is left. A
   * process whose parent ends first is still found: the tree is listed before anybody is asked.
   */
  public void end(Duration patience) {
    List<ProcessHandle> asked = members(root);
    asked.forEach(ProcessHandle::destroy);
    if (!allGoneWithin(asked, patience)) {
      // what was started since then hangs below those that were found before
      asked.stream().flatMap(member -> members(member).stream()).forEach(ProcessTree::kill);
    }
  }

  private static List<ProcessHandle> members(ProcessHandle top) {
    return Stream.concat(Stream.of(top), top.descendants()).toList();
  }

  private static void kill(ProcessHandle process) {
    if (process.isAlive()) {
      process.destroyForcibly();
    }
  }

  private static boolean allGoneWithin(List<ProcessHandle> processes, Duration patience) {
    CompletableFuture<?>[] exits =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
