package dev.leadline.outputs;

import dev.leadline.batch.RunResult;
import dev.leadline.compare.Cause.Category;
import dev.leadline.event.Ending;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * What two runs wrote, and how they ended, side by side. The numbers of the interpreters' versions,
 * the paths of their executables and libraries, addresses and names of temporary files make no
 * difference; nor do, on stderr, the lines of marks in tracebacks.
 *
 * @param stdout the programs' stdout
 * @param stderr the programs' stderr
 * @param status the difference between how they ended; empty where that is the same
 */
public record OutputComparison(
    StreamComparison stdout, StreamComparison stderr, Optional<Ends> status) {

  /** Nothing differs. */
  public static final OutputComparison EQUAL =
      new OutputComparison(StreamComparison.EQUAL, StreamComparison.EQUAL, Optional.empty());

  /**
   * How two runs ended, where it is not the same.
   *
   * @param repeatable false where one of the interpreters ends otherwise in a second run, too
   */
  public record Ends(Ending left, Ending right, boolean repeatable) {
    public Ends {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
    }
  }

  public OutputComparison {
    Objects.requireNonNull(stdout, "stdout");
    Objects.requireNonNull(stderr, "stderr");
    Objects.requireNonNull(status, "status");
  }

  /** Of two runs that ended, none of which was repeated. */
  public static OutputComparison of(RunResult left, RunResult right) throws IOException {
    return of(left, Repetition.NONE, right, Repetition.NONE);
  }

  /** Of two runs that ended, and what their interpreters do otherwise in a second run. */
  public static OutputComparison of(
      RunResult left, Repetition ofLeft, RunResult right, Repetition ofRight) throws IOException {
    Optional<Ends> ends =
        endedAlike(left, right)
            ? Optional.empty()
            : Optional.of(
                new Ends(
                    left.ending().orElseThrow(),
                    right.ending().orElseThrow(),
                    !ofLeft.endedOtherwise() && !ofRight.endedOtherwise()));
    return new OutputComparison(
        stdout(left, right)
            .compared(ofLeft.lines(OutputPart.STDOUT), ofRight.lines(OutputPart.STDOUT)),
        stderr(left, right)
            .compared(ofLeft.lines(OutputPart.STDERR), ofRight.lines(OutputPart.STDERR)),
        ends);
  }

  /** Whether both wrote the same and ended in the same way. */
  public boolean equal() {
    return stdout.equal() && stderr.equal() && status.isEmpty();
  }

  /** How many differences there are in one part that belong to a category. */
  public long count(OutputPart part, Category category) {
    boolean repeatable = category == Category.PROGRAM;
    if (!repeatable && category != Category.UNSTABLE) {
      return 0;
    }
    return switch (part) {
      case STDOUT -> repeatable ? stdout.repeatable() : stdout.unstable();
      case STDERR -> repeatable ? stderr.repeatable() : stderr.unstable();
      case STATUS -> status.filter(ends -> ends.repeatable() == repeatable).isPresent() ? 1 : 0;
    };
  }

  /** How many differences of one category there are. */
  public long count(Category category) {
    long count = 0;
    for (OutputPart part : OutputPart.values()) {
      count += count(part, category);
    }
    return count;
  }

  static StreamComparison.Two stdout(RunResult left, RunResult right) {
    return new StreamComparison.Two(left.stdout(), mask(left), right.stdout(), mask(right), false);
  }

  static StreamComparison.Two stderr(RunResult left, RunResult right) {
    return new StreamComparison.Two(left.stderr(), mask(left), right.stderr(), mask(right), true);
  }

  static boolean endedAlike(RunResult left, RunResult right) {
    Optional<Ending> one = left.ending();
    Optional<Ending> other = right.ending();
    return one.map(Ending::status).equals(other.map(Ending::status))
        && one.map(Ending::outcome).equals(other.map(Ending::outcome));
  }

  private static OutputMask mask(RunResult run) {
    return new OutputMask(run.interpreter(), run.spec().directory());
  }

  /** What a run shows to the outside. */
  public enum OutputPart {
    STDOUT("stdout"),
    STDERR("stderr"),
    STATUS("exit-status");

    private final String id;

    OutputPart(String id) {
      this.id = id;
    }

    /** Its name in reports; also the id of the cause of its differences, which may be allowed. */
    public String id() {
      return id;
    }
  }
}
