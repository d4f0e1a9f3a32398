package dev.leadline.junit;

import dev.leadline.check.expect.Bound;
import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.Functions;
import dev.leadline.check.expect.Quantifier;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.calls.Calls;
import dev.leadline.check.expect.calls.MaxEvents;
import dev.leadline.check.expect.calls.MaxLevel;
import dev.leadline.check.expect.calls.Never;
import dev.leadline.check.expect.calls.Order;
import dev.leadline.check.expect.coverage.Coverage;
import dev.leadline.check.expect.outcome.ExitsWith;
import dev.leadline.check.expect.outcome.Raises;
import dev.leadline.check.expect.outcome.RaisesNothing;
import dev.leadline.check.expect.outcome.StdoutIs;
import dev.leadline.check.expect.values.Argument;
import dev.leadline.check.expect.values.Returned;
import dev.leadline.check.golden.Golden;
import dev.leadline.filter.Glob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * Assertions about what a program did. Functions are globs of a function's name, qualified name, or
 * {@code module.qualname}. What does not hold is an {@link AssertionFailedError} that shows the
 * piece of the call tree around it.
 */
public final class PythonTraceAssert {

  /** System property that has golden traces written instead of compared, where it is true. */
  public static final String UPDATE = "leadline.update";

  private final PythonTrace trace;

  PythonTraceAssert(PythonTrace trace) {
    this.trace = trace;
  }

  /** Such functions were called at all. */
  public PythonTraceAssert called(String function) {
    return called(function, Bound.atLeast(1));
  }

  /** Such functions were called so often, all together. */
  public PythonTraceAssert called(String function, Bound times) {
    return holds(new Calls(ofFunction(function), times));
  }

  /** Such functions were called once, all together. */
  public PythonTraceAssert calledOnce(String function) {
    return called(function, Bound.exactly(1));
  }

  /** No such function was called. */
  public PythonTraceAssert neverCalled(String function) {
    return holds(new Never(Never.What.FUNCTION, ofFunction(function)));
  }

  /** No code of such a module ran; the program is to be traced with all code. */
  public PythonTraceAssert neverRan(String module) {
    return holds(new Never(Never.What.MODULE, Glob.compile(module)));
  }

  /** The first call of each came after the first call of the one before. */
  public PythonTraceAssert calledInOrder(String... functions) {
    return holds(new Order(Stream.of(functions).map(PythonTraceAssert::ofFunction).toList()));
  }

  /** Each call of such a function had a value that matches the glob under that name. */
  public PythonTraceAssert calledWith(String function, String argument, String value) {
    return holds(
        new Argument(ofFunction(function), argument, Glob.compile(value), Quantifier.ALWAYS));
  }

  /** Each call of such a function returned a value whose text matches the glob. */
  public PythonTraceAssert returned(String function, String value) {
    return holds(new Returned(ofFunction(function), Glob.compile(value), Quantifier.ALWAYS));
  }

  /** Such an exception was raised in, or came up into, the program's code. */
  public PythonTraceAssert raised(String exception) {
    return holds(new Raises(Glob.compile(exception), Optional.empty(), false));
  }

  /** Such an exception was raised in, or came up into, such a function. */
  public PythonTraceAssert raisedIn(String function, String exception) {
    return holds(new Raises(Glob.compile(exception), Optional.of(ofFunction(function)), false));
  }

  /** Such an exception ended the program. */
  public PythonTraceAssert diedOf(String exception) {
    return holds(new Raises(Glob.compile(exception), Optional.empty(), true));
  }

  /** No such exception was raised in, or came up into, the program's code. */
  public PythonTraceAssert neverRaised(String exception) {
    return holds(new Never(Never.What.EXCEPTION, Glob.compile(exception)));
  }

  /** No function was left by an exception. */
  public PythonTraceAssert raisedNothing() {
    return holds(new RaisesNothing());
  }

  /** Calls were nested at most so deep; a function that the program's module calls is at 1. */
  public PythonTraceAssert maxLevel(int most) {
    return holds(new MaxLevel(most));
  }

  /** An upper bound of calls, lines, returns and exceptions together. */
  public PythonTraceAssert maxEvents(long most) {
    return holds(new MaxEvents(most));
  }

  /** The program ended with that status; 128 + N where signal N killed it. */
  public PythonTraceAssert exitedWith(int status) {
    return holds(new ExitsWith(status));
  }

  /**
   * At least this percentage of the statements of the program's files ran, as coverage.py counts.
   */
  public PythonTraceAssert covered(double percent) {
    return holds(new Coverage(Optional.empty(), percent));
  }

  /** At least this percentage of the statements ran, in each file that matches the glob. */
  public PythonTraceAssert covered(String file, double percent) {
    return holds(new Coverage(Optional.of(Glob.compile(file)), percent));
  }

  /** The program wrote just what the file holds. */
  public PythonTraceAssert printed(Path file) {
    return holds(new StdoutIs(file.toAbsolutePath()));
  }

  /**
   * The calls, returns and exceptions are those of a golden trace. With {@code -Dleadline.update}
   * it is written instead.
   */
  public PythonTraceAssert matchesGolden(String file) {
    boolean update = !System.getProperty(UPDATE, "false").equals("false");
    synchronized (Golden.class) { // a test for each interpreter may be about the same file
      return holds(new Golden(Path.of(file).toAbsolutePath(), update));
    }
  }

  /** An expectation holds. */
  public PythonTraceAssert holds(Expectation expectation) {
    Verdict verdict = trace.judge(expectation);
    if (verdict.kind() != Verdict.Kind.HOLDS) {
      throw new AssertionFailedError(message(expectation, verdict));
    }
    return this;
  }

  private static Glob ofFunction(String glob) {
    return Functions.glob(Glob.compile(glob));
  }

  private String message(Expectation expectation, Verdict verdict) {
    String head = expectation.title() + ": " + verdict.message() + " (" + trace + ")";
    String spot = verdict.spot().map(place -> "\n  at " + place).orElse("");
    return head + spot + String.join("", lines(verdict.detail()));
  }

  private static List<String> lines(List<String> detail) {
    return detail.stream().map(line -> "\n  " + line).toList();
  }
}
