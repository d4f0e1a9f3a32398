package dev.leadline.batch;

import dev.leadline.event.Ending;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.launch.Launched;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one run.
 *
 * @param run what was run
 * @param launched how it ended; empty where the program did not get to run, or its events could not
 *     be taken in
 * @param failure why this run cannot be put beside the others as it is, in one clause: it did not
 *     start, died half-way, ran out of time, or Leadline could not take its events in. An exception
 *     or exit status of the program's own is no failure
 * @param stdout what the program wrote there
 * @param stderr what the program wrote there
 * @param took wall clock from the start of the interpreter to the end of all its streams
 */
public record RunResult(
    PythonRun run,
    Optional<Launched> launched,
    Optional<String> failure,
    CapturedOutput stdout,
    CapturedOutput stderr,
    Duration took) {

  public RunResult {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(launched, "launched");
    Objects.requireNonNull(failure, "failure");
    Objects.requireNonNull(stdout, "stdout");
    Objects.requireNonNull(stderr, "stderr");
    Objects.requireNonNull(took, "took");
  }

  /** What ran it. */
  public Interpreter interpreter() {
    return run.python().interpreter();
  }

  /** What was run. */
  public RunSpec spec() {
    return run.spec();
  }

  /** How the program ended, where it got to run. */
  public Optional<Ending> ending() {
    return launched.map(Launched::ending);
  }
}
