package dev.leadline.execution;

import dev.leadline.execution.Definition.FunctionKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One activation of a function: from its call to its end, a generator's or coroutine's with all its
 * resumptions. Frames that are only the compiler's helpers are folded into it.
 *
 * @param number its number in the execution, in the order of the calls
 * @param definition what ran
 * @param lineno line of its {@code call} event, or {@link dev.leadline.event.TraceEvent#NO_LINENO}
 * @param callerLine line at which its recorded caller stood, or the same
 * @param depth depth of its frame when it was called
 * @param depthStep frames from its recorded caller to it, itself included: 1 for a direct call; 0
 *     where no caller was recorded
 * @param outcome how it ended
 * @param exceptions the first thousand exceptions seen in it, in their order
 * @param exceptionCount how many were seen
 * @param lines how often each of its lines was reported
 * @param lineOrder hash of the lines in their order, counted from the definition's first line
 * @param sequence the lines and exceptions in their order, without those of folded frames
 * @param exits how often it was left by a return or yield, and by no exception
 * @param helpers frames folded into it, by {@code co_name}: how often each was entered
 * @param structureHash of its function, outcome, exceptions' types and, in order, of what it called
 * @param fullHash the same with lines, helpers and depth steps
 * @param size activations in it, itself included
 */
public record Activation(
    int number,
    Definition definition,
    int lineno,
    int callerLine,
    int depth,
    int depthStep,
    Outcome outcome,
    List<SeenException> exceptions,
    long exceptionCount,
    SortedMap<Integer, Long> lines,
    long lineOrder,
    LineSequence sequence,
    long exits,
    Map<String, Long> helpers,
    long structureHash,
    long fullHash,
    int size) {

  public Activation {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(outcome, "outcome");
    exceptions = List.copyOf(exceptions);
    lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    Objects.requireNonNull(sequence, "sequence");
    helpers = Map.copyOf(helpers);
  }

  public FunctionKey key() {
    return definition.key();
  }

  /**
   * An exception that was raised in an activation or came up into it.
   *
   * @param type qualified name of its class
   * @param lineno line of the event, or {@link dev.leadline.event.TraceEvent#NO_LINENO}
   * @param message its text, for people: it may hold addresses and is never compared
   * @param calls how many activations it had called before
   */
  public record SeenException(String type, int lineno, String message, int calls) {

    public SeenException {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(message, "message");
    }
  }
}
