package dev.leadline.calltree;

import dev.leadline.event.Frame;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceThread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds events up by call path, for each thread on its own. A generator or coroutine that goes on
 * does so on the path where it was called first. Memory is bounded: when there are too many paths,
 * or a path is too long, what would be new counts for a node {@link TracedFunction#OTHER} beneath
 * the function that called it.
 */
public final class CallTree extends ActivationSink {

  /**
   * How much is told apart.
   *
   * @param paths call paths
   * @param pathLength functions on one path
   * @param threads threads; those that are more have their paths in common
   */
  public record Bounds(int paths, int pathLength, int threads) {
    /** Enough to read, and well within a small heap. */
    public static final Bounds DEFAULT = new Bounds(100_000, 1_000, 1_000);
  }

  /** The call paths of one thread. */
  public record ThreadTree(TraceThread thread, List<CallNode> roots) {
    public ThreadTree {
      roots = List.copyOf(roots);
    }
  }

  private static final TracedFunction THREAD =
      new TracedFunction("", "(thread)", "(thread)", 0, Scope.GENERATED);

  private final Bounds bounds;
  private final TracedFunctions functions = new TracedFunctions();
  private final Map<TraceThread, CallNode> threads = new LinkedHashMap<>();
  private int paths;
  private long folded;

  /** A tree within the default bounds. */
  public CallTree() {
    this(Bounds.DEFAULT);
  }

  /** A tree within bounds. */
  public CallTree(Bounds bounds) {
    this.bounds = bounds;
  }

  /** The threads that called anything, by the numbers of their processes and their own. */
  public List<ThreadTree> threads() {
    return threads.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(OtherThreads.LAST))
        .map(entry -> new ThreadTree(entry.getKey(), entry.getValue().children()))
        .toList();
  }

  /** Calls that count for {@link TracedFunction#OTHER}, since the bounds were reached. */
  public long folded() {
    return folded;
  }

  @Override
  Tally tally(Frame frame, ActivationStack beneath) {
    CallNode caller = beneath.isEmpty() ? root(frame.thread()) : (CallNode) beneath.top();
    if (caller.function() == TracedFunction.OTHER) {
      folded++;
      return caller;
    }
    TracedFunction callee = functions.of(frame.code());
    if (callee != TracedFunction.OTHER && caller.has(callee)) {
      return caller.child(callee);
    }
    if (callee == TracedFunction.OTHER
        || paths >= bounds.paths()
        || caller.pathLength() >= bounds.pathLength()) {
      folded++;
      return caller.child(TracedFunction.OTHER);
    }
    paths++;
    return caller.child(callee);
  }

  /** A node for the thread itself; the threads beyond the bound share that of the last one. */
  private CallNode root(TraceThread thread) {
    CallNode root = threads.get(thread);
    if (root != null) {
      return root;
    }
    if (threads.size() < bounds.threads()) {
      return threads.computeIfAbsent(thread, key -> new CallNode(THREAD, 0));
    }
    return threads.computeIfAbsent(OtherThreads.THREAD, key -> new CallNode(THREAD, 0));
  }
}
