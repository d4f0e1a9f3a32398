package dev.leadline.interpreter;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Why an executable cannot be used.
 *
 * @param executable the executable that was asked
 * @param reason a clause that goes on from its name and a colon: {@code it is Python 2.7.18, ...}
 */
public record Refusal(Path executable, String reason) implements Probed {

  public Refusal {
    Objects.requireNonNull(executable, "executable");
    Objects.requireNonNull(reason, "reason");
  }

  /** The whole sentence, without a full stop. */
  public String sentence() {
    return "cannot use " + executable + ": " + reason;
  }
}
