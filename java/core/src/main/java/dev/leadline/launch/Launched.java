package dev.leadline.launch;

import dev.leadline.event.Ending;
import dev.leadline.wire.Exit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a run.
 *
 * @param ending how the program ended, from the trace and its process together
 * @param exit what the process alone says, for a stored trace
 * @param refusal why Leadline ended it, where it became more processes than allowed
 * @param noNative why Python code recorded the events, where C code was wanted
 * @param clockNs nanoseconds that a reading of the clock took, where it was read
 */
public record Launched(
    Ending ending,
    Exit exit,
    Optional<String> refusal,
    Optional<String> noNative,
    OptionalInt clockNs) {

  public Launched {
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(exit, "exit");
    Objects.requireNonNull(refusal, "refusal");
    Objects.requireNonNull(noNative, "noNative");
    Objects.requireNonNull(clockNs, "clockNs");
  }
}
