package dev.leadline.depths;

import dev.leadline.event.Code;
import dev.leadline.event.Layer;
import dev.leadline.event.TraceThread;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The stacks of one kind while the run goes on. */
final class Growing {

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
