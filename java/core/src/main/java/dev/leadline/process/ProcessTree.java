package dev.leadline.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes with everything that they started, directly or not. */
public final class ProcessTree {

  private static final long NO_PARENT = -1;

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

  /** All processes at this moment: one look, however many roots there are. */
  public List<ProcessHandle> members() {
    Map<Long, List<ProcessHandle>> children =
        ProcessHandle.allProcesses().collect(Collectors.groupingBy(ProcessTree::parent));
    Set<ProcessHandle> members = new LinkedHashSet<>();
    Deque<ProcessHandle> next = new ArrayDeque<>(roots);
    while (!next.isEmpty()) {
      ProcessHandle one = next.remove();
      if (members.add(one)) {
        next.addAll(children.getOrDefault(one.pid(), List.of()));
      }
    }
    return List.copyOf(members);
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

  private static long parent(ProcessHandle process) {
    return process.parent().map(ProcessHandle::pid).orElse(NO_PARENT);
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
