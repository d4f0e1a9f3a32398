package dev.leadline.launch;

import dev.leadline.event.Ending;
import dev.leadline.wire.Exit;
import java.util.Objects;

/**
 * What became of a run.
 *
 * @param ending how the program ended, as the trace and its process together tell it
 * @param exit what the process alone tells, for a stored trace
 */
public record Launched(Ending ending, Exit exit) {

  public Launched {
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(exit, "exit");
  }
}
