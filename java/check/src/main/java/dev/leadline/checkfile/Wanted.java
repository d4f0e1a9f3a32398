package dev.leadline.checkfile;

import dev.leadline.check.PlannedRun;
import dev.leadline.expect.Expectation;
import java.util.List;
import java.util.Optional;

/**
 * An expectation that has been read, and is made when all runs are known.
 *
 * @param spot where it is written
 * @param uncaught whether it expects that the program ends with a traceback
 */
record Wanted(Spot spot, Maker maker, boolean uncaught) {

  /** Makes one; says with an {@link IllegalArgumentException} why it cannot be. */
  @FunctionalInterface
  interface Maker {
    Expectation make(Around around);
  }

  /** One that knows all by itself. */
  static List<Wanted> of(Spot spot, Expectation expectation) {
    return List.of(new Wanted(spot, around -> expectation, false));
  }

  /** It, planned; empty where it cannot be, which is noted. */
  Optional<PlannedRun.Planned> planned(Around around) {
    try {
      Expectation made = maker.make(around);
      return Optional.of(new PlannedRun.Planned(made, around.place(spot)));
    } catch (IllegalArgumentException e) {
      return spot.wrong(e.getMessage());
    }
  }
}
