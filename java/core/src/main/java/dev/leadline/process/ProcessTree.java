package dev.leadline.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes with everything that they started, directly or not. */
public final class ProcessTree {

  private final List<ProcessHandle> roots;

  private ProcessTree(Collection<ProcessHandle> roots) {
    this.roots = List.copyOf(roots);
  }

  /** The tree that grows from this process. */
  public static ProcessTree of(Process process) {
    return new ProcessTree(List.of(process.toHandle()));
  }

  /** The trees that grow from these processes; those that are gone have none. */
  public static ProcessTree of(Collection<Long> processIds) {
    return new ProcessTree(
        processIds.stream().map(ProcessHandle::of).flatMap(handle -> handle.stream()).toList());
  }

  /** These with those, as one. */
  public ProcessTree with(ProcessTree other) {
    return new ProcessTree(Stream.concat(roots.stream(), other.roots.stream()).distinct().toList());
  }

  /** The processes themselves. */
  public List<ProcessHandle> roots() {
    return roots;
  }

  /** Everybody who is there just now. */
  public List<ProcessHandle> members() {
    return roots.stream().flatMap(ProcessTree::grown).distinct().toList();
  }

  /**
   * Asks all of them to end, waits at most {@code patience} for it, and then kills what is left. A
   * process whose parent ends first is still found: the tree is listed before anybody is asked.
   */
  public void end(Duration patience) {
    List<ProcessHandle> asked = members();
    asked.forEach(ProcessHandle::destroy);
    if (!allGoneWithin(asked, patience)) {
      // what was started since then hangs below those that were found before
      new ProcessTree(asked).kill();
    }
  }

  /** Ends all of them at once. */
  public void kill() {
    members().stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }

  private static Stream<ProcessHandle> grown(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants());
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
