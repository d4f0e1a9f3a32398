package dev.leadline.depths;

import dev.leadline.event.Code;
import dev.leadline.event.Layer;
import dev.leadline.event.TraceRecord.LayersSeen;
import dev.leadline.event.TraceThread;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of stacks that a run has shown so far, distinguished by their layers. */
final class KnownStacks {

  private static final int MOST = 300;

  /** The same functions in the same order are the same layers, wherever their files are. */
  private record Key(
      boolean child, boolean program, boolean fixed, boolean greenlet, List<String> functions) {}

  /**
   * Where the first frame of the user stands, on the main thread of a process, another one or a
   * greenlet. A test may be called at the very depth of the program's {@code <module>}.
   */
  private record Root(int process, boolean main, boolean greenlet, boolean module, int depth) {

    boolean isOn(TraceThread thread) {
      return process == thread.process() && main == isMain(thread) && greenlet == thread.greenlet();
    }
  }

  private final Map<Key, Growing> byLayers = new LinkedHashMap<>();
  private final Map<Root, Growing> byRoot = new HashMap<>();
  private final Map<TraceThread, Growing> ofThread = new HashMap<>();
  private final Growing rest = new Growing(StackKind.CALLBACK, 0, true, List.of());
  private Optional<Growing> program = Optional.empty();
  private Optional<Growing> inChild = Optional.empty();
  private int more;

  /** A stack's base was measured. */
  void base(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers) {
    boolean child = thread.process() != 0;
    boolean ofProgram = code.isPresent() && !child;
    StackKind kind =
        ofProgram
            ? StackKind.PROGRAM
            : code.isPresent() ? StackKind.CHILD : StackKind.of("", layers, thread.greenlet());
    Key key = new Key(child, ofProgram, true, thread.greenlet(), functions(layers));
    Growing stack = known(key, kind, depth, layers);
    if (ofProgram && program.isEmpty()) {
      program = Optional.of(stack);
    } else if (code.isPresent() && child && inChild.isEmpty()) {
      inChild = Optional.of(stack);
    }
    ofThread.putIfAbsent(thread, stack);
    int root = code.isPresent() ? depth : depth + 1;
    byRoot.putIfAbsent(rootOf(thread, code.isPresent(), root), stack);
    code.ifPresent(module -> stack.seen(thread, module));
  }

  /** Layers below a user frame were seen. */
  void layers(LayersSeen seen) {
    boolean fixed = seen.level() == 0;
    boolean child = seen.thread().process() != 0;
    boolean greenlet = fixed && seen.thread().greenlet();
    StackKind kind = StackKind.of(seen.code().function(), seen.frames(), greenlet);
    Key key = new Key(child, false, fixed, greenlet, functions(seen.frames()));
    Growing stack = known(key, kind, seen.depth() - 1, seen.frames());
    stack.seen(seen.thread(), seen.code());
    if (fixed) {
      byRoot.putIfAbsent(rootOf(seen.thread(), false, seen.depth()), stack);
    }
  }

  /** The stack whose first frame of the user is this one. */
  Growing under(TraceThread thread, Code code, int depth) {
    Growing stack = byRoot.get(rootOf(thread, code.base(), depth));
    if (stack == null) {
      stack = ofThread.getOrDefault(thread, rest);
    }
    if (!code.base()) {
      stack.seen(thread, code);
    }
    return stack;
  }

  /**
   * The stack of this thread whose first frame of the user is nearest below that depth; the
   * program's where two are.
   */
  Growing nearest(TraceThread thread, int depth) {
    Optional<Root> nearest =
        byRoot.keySet().stream()
            .filter(root -> root.isOn(thread))
            .filter(root -> root.depth() <= depth)
            .max(Comparator.comparingInt(Root::depth).thenComparing(Root::module));
    return nearest.map(byRoot::get).orElseGet(() -> ofThread.getOrDefault(thread, rest));
  }

  /** The program's; a child's where the first process left it to one to load the program. */
  Optional<Stack> program() {
    return loader().map(Growing::stack);
  }

  private Optional<Growing> loader() {
    return program.or(() -> inChild);
  }

  /** The others, in the order in which they were seen first. */
  List<Stack> others() {
    return Stream.concat(byLayers.values().stream(), Stream.of(rest))
        .filter(stack -> loader().filter(own -> own == stack).isEmpty())
        .filter(Growing::isCalled)
        .map(Growing::stack)
        .toList();
  }

  /** How many found no place. */
  int more() {
    return more;
  }

  private Growing known(Key key, StackKind kind, int base, List<Layer> layers) {
    Growing stack = byLayers.get(key);
    if (stack == null && byLayers.size() >= MOST) {
      more++;
      return rest;
    }
    if (stack == null) {
      stack = new Growing(kind, base, key.fixed(), layers);
      byLayers.put(key, stack);
    }
    return stack;
  }

  private static Root rootOf(TraceThread thread, boolean module, int depth) {
    return new Root(thread.process(), isMain(thread), thread.greenlet(), module, depth);
  }

  private static boolean isMain(TraceThread thread) {
    return thread.id() == 0;
  }

  private static List<String> functions(List<Layer> layers) {
    return layers.stream().map(layer -> layer.module() + ":" + layer.function()).toList();
  }

  /** The stacks of one kind while the run goes on. */
  static final class Growing {

    private final StackKind kind;
    private final int base;
    private final boolean fixed;
    private final List<Layer> layers;
    private final Tallies tallies = new Tallies();
    private final Set<TraceThread> threads = new HashSet<>();
    private String function = "";
    private String file = "";
    private int firstlineno;

    Growing(StackKind kind, int base, boolean fixed, List<Layer> layers) {
      this.kind = kind;
      this.base = base;
      this.fixed = fixed;
      this.layers = layers;
    }

    int base() {
      return base;
    }

    Tallies tallies() {
      return tallies;
    }

    /** A function that was called right upon the layers. */
    void seen(TraceThread thread, Code code) {
      threads.add(thread);
      if (function.isEmpty()) {
        function = code.qualname();
        file = code.file();
        firstlineno = code.firstlineno();
      }
    }

    /** Whether anything of the program's was called there. */
    boolean isCalled() {
      return !function.isEmpty();
    }

    Stack stack() {
      return new Stack(
          kind,
          base,
          fixed,
          layers,
          function,
          file,
          firstlineno,
          Math.max(1, threads.size()),
          fixed ? tallies.held() : List.of());
    }
  }
}
