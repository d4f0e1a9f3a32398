package dev.leadline.calltree;

import java.util.OptionalLong;

/**
 * What was counted for one function or one call path. Times are nanoseconds; they are absent where
 * the trace has none.
 */
public sealed class Tally permits CallNode {

  private long calls;
  private long resumes;
  private long lines;
  private long exceptions;
  private long unwound;
  private long ownNs;
  private long totalNs;
  private boolean timed;

  private StackSink.OnStack owner;
  private int active;

  Tally() {}

  /** Calls; a generator or coroutine that goes on is not called again. */
  public long calls() {
    return calls;
  }

  /** How often a generator or coroutine went on where it had been suspended. */
  public long resumes() {
    return resumes;
  }

  /** Line events. */
  public long lines() {
    return lines;
  }

  /** Exceptions that were raised in it or came up into it. */
  public long exceptions() {
    return exceptions;
  }

  /** Calls that an exception ended. */
  long unwound() {
    return unwound;
  }

  /** Time in it and in no recorded function that it called. */
  public OptionalLong ownNs() {
    return timed ? OptionalLong.of(ownNs) : OptionalLong.empty();
  }

  /** Time in it and in all that it called; where it calls itself, that of the outermost call. */
  public OptionalLong totalNs() {
    return timed ? OptionalLong.of(totalNs) : OptionalLong.empty();
  }

  void call() {
    calls++;
  }

  void resume() {
    resumes++;
  }

  /** A frame comes onto a stack. */
  void enter(StackSink.OnStack stack) {
    if (active == 0) {
      owner = stack;
    }
    if (owner == stack) {
      active++;
    } else {
      stack.enterShared(this);
    }
  }

  /** A frame leaves a stack; whether it was the outermost one of this tally there. */
  boolean leave(StackSink.OnStack stack, boolean unwinding) {
    unwound += unwinding ? 1 : 0;
    if (!stack.leaveShared(this)) {
      active--;
    }
    return (owner != stack || active == 0) && !stack.hasShared(this);
  }

  void lines(int count) {
    lines += count;
  }

  void exception() {
    exceptions++;
  }

  void own(long ns) {
    timed = true;
    ownNs += ns;
  }

  void total(long ns) {
    timed = true;
    totalNs += ns;
  }

  /** Adds what another one counted, once that is complete. */
  void add(Tally other) {
    addInner(other);
    calls += other.calls;
    totalNs += other.totalNs;
  }

  /** Adds the calls of another one whose time is in the total already. */
  void addCalls(Tally other) {
    addInner(other);
    calls += other.calls;
  }

  /** Adds what happened in the calls of another one, and not the calls. */
  void addInner(Tally other) {
    resumes += other.resumes;
    lines += other.lines;
    exceptions += other.exceptions;
    unwound += other.unwound;
    ownNs += other.ownNs;
    timed |= other.timed;
  }
}
