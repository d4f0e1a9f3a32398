package dev.leadline.check.file;

import dev.leadline.check.expect.Expectation;
import dev.leadline.check.file.shape.Cursor;
import dev.leadline.check.plan.PlannedRun;
import java.util.List;
import java.util.Optional;

/**
 * An expectation that has been read, and is made when all runs are known.
 *
 * @param cursor where it is written
 * @param uncaught whether it expects that the program ends with a traceback
 */
record ExpectationSpec(Cursor cursor, Maker maker, boolean uncaught) {

  /** Makes one; says with an {@link IllegalArgumentException} why it cannot be. */
  @FunctionalInterface
  interface Maker {
    Expectation make(Context context);
  }

  /** One that knows all by itself. */
  static List<ExpectationSpec> of(Cursor cursor, Expectation expectation) {
    return List.of(new ExpectationSpec(cursor, context -> expectation, false));
  }

  /** It, planned; empty where it cannot be, which is noted. */
  Optional<PlannedRun.Planned> planned(Context context) {
    try {
      Expectation made = maker.make(context);
      return Optional.of(new PlannedRun.Planned(made, context.place(cursor)));
    } catch (IllegalArgumentException e) {
      return cursor.wrong(e.getMessage());
    }
  }
}
