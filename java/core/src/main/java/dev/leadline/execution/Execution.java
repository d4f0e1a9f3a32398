package dev.leadline.execution;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.Scope;
import dev.leadline.execution.FactsFile.Facts;
import dev.leadline.source.StoredSources;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a program did, in temporary files: stacks, each a forest of activations in the order of
 * their calls. Activations are numbers from 0 on; {@link #NONE} stands for none. Hashes are the
 * same for the same doing in every execution. Not for several threads at once.
 */
public final class Execution implements Closeable {

  /** No activation. */
  public static final int NONE = ActivationTable.NONE;

  private static final Set<Scope> OF_PROGRAM = EnumSet.of(Scope.USER, Scope.SITE);

  private final ActivationStore store;
  private final ActivationTable table;
  private final List<TracedStack> stacks;
  private final ExecutionFacts facts;

  Execution(ActivationStore store, List<TracedStack> stacks, ExecutionFacts facts) {
    this.store = store;
    this.table = store.table;
    this.stacks = List.copyOf(stacks);
    this.facts = Objects.requireNonNull(facts, "facts");
  }

  public ExecutionFacts facts() {
    return facts;
  }

  /** The stacks in order of first sight. */
  public List<TracedStack> stacks() {
    return stacks;
  }

  /** The first activation on a stack that no recorded activation called, or {@link #NONE}. */
  public int firstRoot(TracedStack stack) {
    return store.root(stack.number());
  }

  /** The first activation that this one called. */
  public int firstChild(int activation) {
    return table.first(activation);
  }

  /** The next one of the same caller, or the next root of the same stack. */
  public int next(int activation) {
    return table.next(activation);
  }

  /** The caller. */
  public int caller(int activation) {
    return table.parent(activation);
  }

  /** Activations in it, itself included. */
  public int size(int activation) {
    return table.size(activation);
  }

  /** Nanoseconds in it and in no recorded function that it called; 0 in an untimed trace. */
  public long ownNs(int activation) {
    return table.own(activation);
  }

  /** Hash of its function's key. */
  public long functionHash(int activation) {
    return store.definitions.hash(table.function(activation));
  }

  /** As {@link Activation#structureHash()}. */
  public long structureHash(int activation) {
    return table.structure(activation);
  }

  /** As {@link Activation#fullHash()}. */
  public long fullHash(int activation) {
    return table.full(activation);
  }

  /** Hash of the lines that its caller had run, in their order, when it called. */
  public int linesBefore(int activation) {
    return table.linesBefore(activation);
  }

  /** What ran. */
  public Definition definition(int activation) {
    return store.definitions.get(table.function(activation));
  }

  /** Whether a module of the user or of an installed package was run in it, however far down. */
  public boolean runsModules(int activation) {
    int at = firstChild(activation);
    while (at != NONE && at != activation) {
      if (definition(at).isModule() && OF_PROGRAM.contains(definition(at).scope())) {
        return true;
      }
      at = firstChild(at) == NONE ? behind(at, activation) : firstChild(at);
    }
    return false;
  }

  /** What was called next after all that one called, within another; that one itself at its end. */
  private int behind(int activation, int within) {
    int at = activation;
    while (at != within && next(at) == NONE) {
      at = caller(at);
    }
    return at == within ? within : next(at);
  }

  /** How it ended. */
  public Outcome outcome(int activation) {
    return store.outcome(activation);
  }

  /** All that is known of an activation. */
  public Activation activation(int number) {
    Facts known = store.facts.read(table.facts(number));
    return new Activation(
        number,
        definition(number),
        table.lineno(number),
        table.callerLine(number),
        table.depth(number),
        known.depthStep(),
        store.outcome(number),
        known.exceptions(),
        known.exceptionCount(),
        known.lines(),
        known.lineOrder(),
        known.sequence(),
        known.exits(),
        known.helpers(),
        table.structure(number),
        table.full(number),
        table.size(number));
  }

  /** The innermost callers of an activation, at most that many, the outermost of them first. */
  public List<CallStep> path(int activation, int most) {
    Deque<CallStep> path = new ArrayDeque<>();
    int callee = activation;
    for (int caller = caller(callee); caller != NONE && path.size() < most; ) {
      path.addFirst(new CallStep(definition(caller), table.callerLine(callee)));
      callee = caller;
      caller = caller(callee);
    }
    return List.copyOf(path);
  }

  /** The number of recorded callers of an activation. */
  public int callers(int activation) {
    int callers = 0;
    for (int caller = caller(activation); caller != NONE; caller = caller(caller)) {
      callers++;
    }
    return callers;
  }

  /** What each function took, in the order of their first calls. */
  public List<FunctionTime> times() {
    return store.definitions.times();
  }

  /** The temporary files are gone after it. */
  @Override
  public void close() throws IOException {
    store.close();
  }

  /**
   * One step of a call path: an activation, and the line of it that made the next call.
   *
   * @param definition what ran
   * @param lineno that line, or {@link dev.leadline.event.TraceEvent#NO_LINENO}
   */
  public record CallStep(Definition definition, int lineno) {

    public CallStep {
      Objects.requireNonNull(definition, "definition");
    }
  }

  /**
   * What a function took.
   *
   * @param definition the function
   * @param calls how often it was called
   * @param ownNs nanoseconds in it and in no recorded function that it called; 0 in an untimed
   *     trace
   */
  public record FunctionTime(Definition definition, long calls, long ownNs) {

    public FunctionTime {
      Objects.requireNonNull(definition, "definition");
    }
  }

  /**
   * What an execution says of itself as a whole.
   *
   * @param header of the program's own process
   * @param ending of the program's own process
   * @param events events of each kind in all processes, as far as they were recorded
   * @param activations how many activations there were
   * @param stacks how many stacks there were
   * @param unplacedStacks stacks beyond ten thousand, of which nothing was kept
   * @param notices the first hundred notices of the recording
   * @param sources what the trace holds of its source files
   */
  public record ExecutionFacts(
      Header header,
      Ending ending,
      Map<EventKind, Long> events,
      int activations,
      int stacks,
      long unplacedStacks,
      List<Notice> notices,
      StoredSources sources) {

    public ExecutionFacts {
      Objects.requireNonNull(header, "header");
      Objects.requireNonNull(ending, "ending");
      events = Map.copyOf(events);
      notices = List.copyOf(notices);
      Objects.requireNonNull(sources, "sources");
    }
  }
}
