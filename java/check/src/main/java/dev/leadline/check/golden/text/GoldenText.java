package dev.leadline.check.golden.text;

import dev.leadline.check.expect.Place;
import dev.leadline.event.Header;
import dev.leadline.execution.Execution;
import dev.leadline.execution.TracedStack;
import java.util.List;
import java.util.Optional;

/**
 * An execution as lines that people read in a diff: one for each activation, indented below its
 * caller.
 *
 * <pre>
 * main
 *   Order.total (shop/order.py)
 *     fee x3
 *   x2:
 *     read
 *     parse
 *   check raised ValueError
 *   !KeyError
 * threads:
 *   work x4
 * greenlets:
 *   serve x2
 * process fork:
 *   square x3
 * </pre>
 *
 * <p>A file is named where it is not the caller's. {@code x3} says that three equal calls came one
 * after the other, {@code x2:} that the sequence below it did so twice. {@code !KeyError} stands
 * where an exception began that its function caught; one that left it is its ending, {@code
 * raised}. {@code open} is what had not returned at the end. A generator or coroutine is one line,
 * where it was first entered. What follows {@code threads:} and {@code greenlets:} came in no
 * certain order, and stands in that of its text; so do the calls of forked processes and of
 * multiprocessing's workers. A thread whose recorded function takes work from a queue in a loop is
 * shown as it ran, which another run need not repeat: where that function is left out, what it
 * calls stands in no certain order.
 *
 * <p>There are no lines, times, addresses or values in it, also where they were recorded; nor the
 * program's own {@code <module>}, the frames that compilers make, and the exceptions that end an
 * iteration, which each release of CPython tells in its own way. Of an activation's exceptions, the
 * first thousand count.
 */
public final class GoldenText {

  private final List<TextLines.Line> lines;

  private GoldenText(List<TextLines.Line> lines) {
    this.lines = lines;
  }

  /**
   * The text of an execution, which is best recorded as {@code Golden.recording} asks.
   *
   * @throws TooLongException if there is more to tell than anybody would review
   */
  public static GoldenText of(Execution execution) throws TooLongException {
    ShapeReader reader = new ShapeReader(execution);
    ProcessTexts processes = new ProcessTexts(programFile(execution));
    for (TracedStack stack : execution.stacks()) {
      processes.add(stack, reader.of(stack));
    }
    TextLines text = new TextLines();
    processes.write(text);
    return new GoldenText(text.lines());
  }

  /** The lines, without line ends; none where nothing was called. */
  public List<String> lines() {
    return lines.stream().map(TextLines.Line::text).toList();
  }

  /** What a line is about, in the program; empty for one that is no function's. */
  public Optional<Place> place(int line) {
    return lines.get(line).place();
  }

  /** The file of the program's own module, which need not be named; empty where it is not known. */
  private static String programFile(Execution execution) {
    return execution.stacks().stream()
        .filter(stack -> stack.process().header().origin() == Header.Origin.START)
        .map(execution::firstRoot)
        .filter(root -> root != Execution.NONE)
        .map(execution::activation)
        .filter(root -> root.definition().base())
        .findFirst()
        .map(root -> root.key().file())
        .orElse("");
  }

  /** An execution has more to tell than anybody would review. */
  public static final class TooLongException extends Exception {

    private static final long serialVersionUID = 1L;

    TooLongException() {
      super(
          ("the golden trace would have more than %,d lines or %,d levels; record less, with include,"
                  + " exclude, function or levels")
              .formatted(Shapes.MOST, TextLines.DEEPEST));
    }
  }
}
