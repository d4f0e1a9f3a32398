package dev.leadline.interpreter;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** What an executable turned out to be: an interpreter that Leadline can use, or not. */
public sealed interface Probed permits Interpreter, Probed.Refusal {

  /** The executable that was asked, absolute; links are not resolved. */
  Path executable();

  /**
   * Why an executable cannot be used.
   *
   * @param executable the executable that was asked
   * @param reason a clause that goes on from its name and a colon: {@code it is Python 2.7.18, ...}
   * @param version its version, where it is a Python after all
   */
  record Refusal(Path executable, String reason, Optional<PythonVersion> version)
      implements Probed {

    public Refusal {
      Objects.requireNonNull(executable, "executable");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(version, "version");
    }

    /** Of something that is no Python, or does not say which. */
    Refusal(Path executable, String reason) {
      this(executable, reason, Optional.empty());
    }

    /** The whole sentence, without a full stop. */
    public String sentence() {
      return "cannot use " + executable + ": " + reason;
    }
  }
}
