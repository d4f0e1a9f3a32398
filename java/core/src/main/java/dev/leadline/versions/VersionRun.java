package dev.leadline.versions;

import dev.leadline.batch.LineDifference;
import dev.leadline.batch.RunResult;
import dev.leadline.event.Ending;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one interpreter did.
 *
 * @param result how the run went
 * @param execution what was recorded; empty where the program did not get to run
 * @param functions that ran
 * @param deepestLevel highest level of a user frame
 */
public record VersionRun(
    RunResult result, Optional<Execution> execution, int functions, int deepestLevel) {

  public VersionRun {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(execution, "execution");
  }

  /** The interpreter. */
  Interpreter interpreter() {
    return result.interpreter();
  }

  /** Where the interpreter is. */
  public String executable() {
    return interpreter().executable().toString();
  }

  /** Why this run stands by itself, in one clause; see {@link RunResult#failure()}. */
  public Optional<String> failure() {
    return result.failure();
  }

  /** Whether it can be laid beside another: the program ran to an end of its own. */
  public boolean isComparable() {
    return execution.isPresent() && failure().isEmpty();
  }

  /** Wall clock of the whole run. */
  public Duration took() {
    return result.took();
  }

  /** The first line of stdout that another run has otherwise; empty if it has the same. */
  public Optional<LineDifference> outputDifference(VersionRun other) throws IOException {
    return result.stdout().firstDifference(other.result().stdout());
  }

  /** What the run is called: the interpreter's version. */
  public String name() {
    return interpreter().version().toString();
  }

  /** What was recorded, where anything was. */
  public Optional<ExecutionFacts> facts() {
    return execution.map(Execution::facts);
  }

  /** The measured depth of the program's {@code <module>}, which is the cutoff to use. */
  public OptionalInt baseDepth() {
    return result.ending().map(Ending::baseDepth).orElse(OptionalInt.empty());
  }

  /** The exit status, where the program ended with one. */
  public OptionalInt status() {
    return result.ending().map(Ending::status).orElse(OptionalInt.empty());
  }
}
