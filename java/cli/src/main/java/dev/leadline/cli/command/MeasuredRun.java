package dev.leadline.cli.command;

import dev.leadline.batch.RunResult;
import dev.leadline.depths.DepthProfile;
import dev.leadline.depths.Depths;
import dev.leadline.depths.Measurement.MeasuredPython;
import dev.leadline.event.Ending;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.util.Optional;

/** What a run and its profile say together. */
final class MeasuredRun {

  private MeasuredRun() {}

  /**
   * The interpreter of that run.
   *
   * @param stopped whether Leadline was stopped, and with it the program
   */
  static MeasuredPython of(RunResult result, DepthProfile profile, boolean stopped)
      throws IOException {
    Interpreter interpreter = result.interpreter();
    Optional<Depths> depths =
        profile.isComplete() ? Optional.of(profile.depths()) : Optional.empty();
    boolean ran = depths.filter(one -> one.program().isPresent()).isPresent();
    Optional<String> failure = result.failure();
    if (!ran && failure.isEmpty()) {
      failure = Optional.of(neverRan(result));
    } else if (ran && (stopped || wasOutOfTime(result))) {
      failure = Optional.empty(); // a server ends in no other way
    }
    return new MeasuredPython(
        interpreter.version() + (interpreter.freeThreaded() ? "t" : ""),
        interpreter.executable().toString(),
        depths,
        failure);
  }

  private static boolean wasOutOfTime(RunResult result) {
    return result.ending().map(Ending::outcome).equals(Optional.of(Ending.Outcome.TIMED_OUT));
  }

  private static String neverRan(RunResult result) throws IOException {
    String what =
        result.spec().runner().isPresent()
            ? "the runner ended without running " + result.spec().program().target()
            : "the program never ran";
    boolean failed =
        result.ending().map(Ending::status).filter(status -> status.orElse(0) != 0).isPresent();
    String status = failed ? ", status " + result.ending().orElseThrow().status().getAsInt() : "";
    String said =
        failed ? result.stderr().lastLine().map(line -> "; it said: " + line).orElse("") : "";
    return what + status + said;
  }
}
