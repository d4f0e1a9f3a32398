package dev.leadline.depths;

import java.util.Objects;
import java.util.Optional;

/**
 * One interpreter of several, and what was measured on it.
 *
 * @param version {@code 3.12.1}
 * @param executable what was started
 * @param depths what was measured; empty where nothing could be
 * @param failure why this run is not as it should be, in one clause
 */
public record MeasuredPython(
    String version, String executable, Optional<Depths> depths, Optional<String> failure) {

  public MeasuredPython {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(executable, "executable");
    Objects.requireNonNull(depths, "depths");
    Objects.requireNonNull(failure, "failure");
  }

  /** Whether there is a number to use on it. */
  public boolean hasCutoff() {
    return depths.filter(one -> one.cutoff().isPresent()).isPresent();
  }
}
