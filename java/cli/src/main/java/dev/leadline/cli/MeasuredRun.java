package dev.leadline.cli;

import dev.leadline.depths.DepthProfile;
import dev.leadline.depths.Depths;
import dev.leadline.depths.MeasuredPython;
import dev.leadline.event.Ending;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.runs.RunResult;
import java.io.IOException;
import java.util.Optional;

/** What a run and its profile say together. */
final class MeasuredRun {

  private MeasuredRun() {}

  static MeasuredPython of(RunResult result, DepthProfile profile) throws IOException {
    Interpreter interpreter = result.request().python().interpreter();
    Optional<Depths> depths =
        profile.isComplete() ? Optional.of(profile.depths()) : Optional.empty();
    Optional<String> failure = result.failure();
    if (failure.isEmpty() && depths.filter(one -> one.program().isPresent()).isEmpty()) {
      failure = Optional.of(neverRan(result));
    }
    return new MeasuredPython(
        interpreter.version() + (interpreter.freeThreaded() ? "t" : ""),
        interpreter.executable().toString(),
        depths,
        failure);
  }

  private static String neverRan(RunResult result) throws IOException {
    String what =
        result.request().runner().isPresent()
            ? "the runner ended without running " + result.request().program().target()
            : "the program never ran";
    boolean failed =
        result.ending().map(Ending::status).filter(status -> status.orElse(0) != 0).isPresent();
    String status = failed ? ", status " + result.ending().orElseThrow().status().getAsInt() : "";
    String said =
        failed ? result.stderr().lastLine().map(line -> "; it said: " + line).orElse("") : "";
    return what + status + said;
  }
}
