package dev.leadline.execution;

import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.execution.Activation.SeenException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of an activation before its end. */
final class OpenActivation {

  private static final int EXCEPTIONS = 1_000;

  /**
   * What a generator or coroutine receives when what it awaits is through. It never leaves one (PEP
   * 479): where a return follows, that is the generator's own.
   */
  private static final Set<String> ENDS_OF_ITERATION =
      Set.of("StopIteration", "StopAsyncIteration");

  /** What a generator receives that is closed; it goes no further. */
  private static final String CLOSED = "GeneratorExit";

  /** What an except* leaves of one is another one, whose message counts what is left. */
  private static final Set<String> GROUPS = Set.of("ExceptionGroup", "BaseExceptionGroup");

  final int number;
  final int function;
  final int depthStep;
  final LineOrder order = new LineOrder();

  /** The lines that are not in the heap's part of the order. */
  final LineCounts otherLines = new LineCounts();

  List<SeenException> exceptions = List.of();
  Map<String, Long> helpers = Map.of();
  long exceptionCount;
  long lineOrder;
  long exceptionTypes;
  long exceptionLines;
  long helperOrder;
  long ownNs;
  int currentLine = TraceEvent.NO_LINENO;
  int lastChild = ActivationTable.NONE;

  /** How many activations it has called. */
  int calls;

  /** The type of the exception that seems to have ended it; empty where none does. */
  String raised = "";

  boolean returned;

  /** Whether no end of an iteration leaves it (PEP 479). */
  private boolean isGenerator;

  /** How often it was left by a return or yield, and by no exception. */
  long exits;

  private final int firstlineno;
  private boolean afterException;
  private boolean reportedAgain;

  OpenActivation(int number, int function, int depthStep, int firstlineno) {
    this.number = number;
    this.function = function;
    this.depthStep = depthStep;
    this.firstlineno = firstlineno;
  }

  /** It goes on, for the first time or once more. */
  void entered() {
    returned = false;
    raised = "";
    afterException = false;
  }

  void line(int lineno) {
    lineOrder = Hash.then(lineOrder, relative(lineno));
    // 3.9 tells once more of the line that raised when it leaves an except with a name
    afterException &= lineno == currentLine;
    currentLine = lineno;
  }

  void exception(SeenException seen) {
    if (reportedAgain) {
      reportedAgain = false;
      return;
    }
    if (exceptions.isEmpty()) {
      exceptions = new ArrayList<>(1);
    }
    if (exceptions.size() < EXCEPTIONS) {
      exceptions.add(seen);
    }
    exceptionCount++;
    exceptionTypes = Hash.then(exceptionTypes, Hash.of(seen.type()));
    exceptionLines = Hash.then(exceptionLines, relative(seen.lineno()));
    currentLine = seen.lineno();
    raised = seen.type();
    afterException = true;
  }

  /** The compiler's helper ran in its name. */
  void helper(String name) {
    if (helpers.isEmpty()) {
      helpers = new HashMap<>();
    }
    helpers.merge(name, 1L, Long::sum);
    helperOrder = Hash.then(helperOrder, Hash.of(name));
  }

  /**
   * Its return was reported, and it goes on with the exception that it had seen, which is reported
   * again.
   */
  void goesOn() {
    returned = false;
    reportedAgain = true;
  }

  /** Its return was reported. */
  void left() {
    returned = true;
    if (!afterException) {
      raised = "";
    }
    afterException = false;
    if (raised.isEmpty() || ENDS_OF_ITERATION.contains(raised)) {
      exits++;
    }
  }

  /** It is a generator or coroutine, and its return was reported. */
  void suspended() {
    left();
    isGenerator = true;
    if (ENDS_OF_ITERATION.contains(raised)) {
      raised = "";
    }
  }

  /**
   * The caller reports an exception right after it. Where that is one that it had seen, it let it
   * through: a bare raise, the end of a finally and of a with are no events.
   */
  void reachedCaller(ExceptionEvent event) {
    if (raised.equals(CLOSED) && !event.type().equals(CLOSED)) {
      // it was closed while another exception came up
      raised = "";
    }
    boolean unlikely = isGenerator && ENDS_OF_ITERATION.contains(event.type());
    if (!unlikely && exceptions.stream().anyMatch(seen -> isSame(seen, event))) {
      raised = event.type();
    }
  }

  private static boolean isSame(SeenException seen, ExceptionEvent event) {
    return seen.type().equals(event.type())
        && (GROUPS.contains(seen.type()) || seen.message().equals(event.message()));
  }

  int relative(int lineno) {
    return lineno == TraceEvent.NO_LINENO ? lineno : lineno - firstlineno;
  }

  /** How often each line was reported: a small hash table of whole numbers. */
  static final class LineCounts {

    private static final int FIRST_SIZE = 8;

    private static final int[] NO_LINES = {};
    private static final long[] NO_COUNTS = {};

    private int[] lines = NO_LINES;
    private long[] counts = NO_COUNTS;
    private int size;

    void add(int line) {
      if (2 * (size + 1) > lines.length) {
        grow();
      }
      int at = place(line);
      if (counts[at]++ == 0) {
        lines[at] = line;
        size++;
      }
    }

    /** The lines, the smallest first. */
    int[] sorted() {
      if (size == 0) {
        return NO_LINES;
      }
      int[] sorted = new int[size];
      int next = 0;
      for (int at = 0; at < lines.length; at++) {
        if (counts[at] > 0) {
          sorted[next++] = lines[at];
        }
      }
      Arrays.sort(sorted);
      return sorted;
    }

    long count(int line) {
      return counts[place(line)];
    }

    private int place(int line) {
      int mask = lines.length - 1;
      int at = line * 0x9E3779B1 >>> 7 & mask;
      while (counts[at] > 0 && lines[at] != line) {
        at = at + 1 & mask;
      }
      return at;
    }

    private void grow() {
      int[] oldLines = lines;
      long[] oldCounts = counts;
      lines = new int[Math.max(FIRST_SIZE, 2 * oldLines.length)];
      counts = new long[lines.length];
      for (int i = 0; i < oldLines.length; i++) {
        if (oldCounts[i] > 0) {
          int at = place(oldLines[i]);
          lines[at] = oldLines[i];
          counts[at] = oldCounts[i];
        }
      }
    }
  }
}
