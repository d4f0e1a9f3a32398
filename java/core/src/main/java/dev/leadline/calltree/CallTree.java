package dev.leadline.calltree;

import dev.leadline.calltree.StackSink.OtherThreads;
import dev.leadline.calltree.TracedFunction.Interned;
import dev.leadline.event.Frame;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceThread;
import dev.leadline.stacks.CallStack;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Adds events up by call path, for each thread on its own, or for threads that begin alike. A
 * generator or coroutine that goes on does so on the path where it was called first. Memory is
 * bounded: when there are too many paths, or a path is too long, what would be new counts for a
 * node {@link TracedFunction#OTHER} below the function that called it.
 */
public final class CallTree extends StackSink {

  /**
   * How much is counted separately.
   *
   * @param paths call paths
   * @param pathLength functions on one path
   * @param threads threads; those that are more have their paths in common
   */
  public record Bounds(int paths, int pathLength, int threads) {
    /** Enough to read, and well within a small heap. */
    public static final Bounds DEFAULT = new Bounds(100_000, 1_000, 10_000);
  }

  /**
   * The call paths of one thread, or of several as one.
   *
   * @param thread the first of them
   * @param last the last of them; the same one where it is alone
   * @param threads how many they are
   * @param roots the functions that they began with
   * @param deepest their deepest call; empty where it is not known
   */
  public record ThreadTree(
      TraceThread thread,
      TraceThread last,
      int threads,
      List<CallNode> roots,
      Optional<Deepest> deepest) {
    public ThreadTree {
      roots = List.copyOf(roots);
    }
  }

  /**
   * The call with the most frames below it.
   *
   * @param depth number of frames to the root of its stack, recorded or not, itself included
   */
  public record Deepest(int depth, TracedFunction function) {

    /** The deepest of several. */
    static Optional<Deepest> of(Stream<Deepest> several) {
      return several.max(Comparator.comparingInt(Deepest::depth));
    }
  }

  /** Threads of one process that began with the same function. */
  private static final class Kindred {

    /** From this one on, they have their paths in common: a server may have any number. */
    private static final int MANY = 3;

    private final Map<TraceThread, CallNode> roots = new LinkedHashMap<>();
    private TraceThread last;
    private int threads;

    CallNode root(TraceThread thread) {
      last = thread;
      threads++;
      return threads <= MANY
          ? roots.computeIfAbsent(thread, key -> new CallNode(THREAD, 0))
          : common();
    }

    private CallNode common() {
      return roots.values().stream().reduce((one, next) -> next).orElseThrow();
    }

    /** One tree where they are many. */
    Stream<ThreadTree> trees(Map<CallNode, DepthMark> marks) {
      List<ThreadTree> each =
          roots.entrySet().stream()
              .map(
                  root ->
                      new ThreadTree(
                          root.getKey(),
                          root.getKey(),
                          1,
                          root.getValue().children(),
                          marks.get(root.getValue()).deepest()))
              .toList();
      if (threads < MANY) {
        return each.stream();
      }
      List<CallNode> merged = CallFolding.merge(each.stream().map(ThreadTree::roots).toList());
      Optional<Deepest> most = Deepest.of(each.stream().flatMap(tree -> tree.deepest().stream()));
      return Stream.of(new ThreadTree(each.get(0).thread(), last, threads, merged, most));
    }
  }

  private record Beginning(int process, boolean greenlet, TracedFunction first) {}

  private static final TracedFunction THREAD =
      new TracedFunction("", "(thread)", "(thread)", 0, Scope.GENERATED);

  private final Bounds bounds;
  private final Interned functions = new Interned();
  private final Map<TraceThread, CallNode> threads = new LinkedHashMap<>();
  private final Map<Object, Kindred> kindred = new LinkedHashMap<>();
  private final boolean merges;
  private final Map<CallNode, DepthMark> marks = new IdentityHashMap<>();
  private TraceThread current;
  private DepthMark markOfCurrent;
  private int paths;
  private long folded;

  /** A tree of each thread, within the default bounds. */
  public CallTree() {
    this(Bounds.DEFAULT);
  }

  /** A tree of each thread, within bounds. */
  public CallTree(Bounds bounds) {
    this(bounds, false);
  }

  /**
   * A tree within bounds.
   *
   * @param merges whether three threads and more that begin with the same function are one tree
   */
  public CallTree(Bounds bounds, boolean merges) {
    this.bounds = bounds;
    this.merges = merges;
  }

  /** The threads that called anything, by the numbers of their processes and their own. */
  public List<ThreadTree> threads() {
    return kindred.values().stream()
        .flatMap(kin -> kin.trees(marks))
        .sorted(Comparator.comparing(ThreadTree::thread, OtherThreads.LAST))
        .toList();
  }

  /** Calls that count for {@link TracedFunction#OTHER}, since the bounds were reached. */
  public long folded() {
    return folded;
  }

  @Override
  Tally tally(Frame frame, CallStack<OnStack, Tally> below) {
    TracedFunction callee = functions.of(frame.code());
    CallNode caller = below.isEmpty() ? root(frame.thread(), callee) : (CallNode) below.value();
    mark(frame, callee);
    if (caller.function() == TracedFunction.OTHER) {
      folded++;
      return caller;
    }
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
    CallNode node = caller.child(callee);
    node.markProgram(frame.code().base());
    node.depth(frame.depth());
    return node;
  }

  @Override
  void goesOn(Frame frame) {
    if (frame.thread() == current || threads.containsKey(frame.thread())) {
      mark(frame, functions.of(frame.code()));
    }
  }

  private void mark(Frame frame, TracedFunction callee) {
    if (frame.thread() != current) {
      current = frame.thread();
      markOfCurrent = marks.get(root(current, callee));
    }
    markOfCurrent.see(frame.depth(), callee);
  }

  /** A node for the thread itself; the threads beyond the bound share that of the last one. */
  private CallNode root(TraceThread thread, TracedFunction first) {
    CallNode root = threads.get(thread);
    if (root == null) {
      TraceThread known = threads.size() < bounds.threads() ? thread : OtherThreads.THREAD;
      root = threads.computeIfAbsent(known, key -> kindred(known, first).root(known));
      marks.computeIfAbsent(root, key -> new DepthMark());
    }
    return root;
  }

  private Kindred kindred(TraceThread thread, TracedFunction first) {
    boolean own = !merges || thread.id() == 0 || thread == OtherThreads.THREAD;
    Object key = own ? thread : new Beginning(thread.process(), thread.greenlet(), first);
    return kindred.computeIfAbsent(key, none -> new Kindred());
  }
}
