package dev.leadline.depths;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The stacks of one program, on one interpreter or several.
 *
 * @param program the program as the user names it, with its arguments
 * @param programName its file's name, or what stands for it in a sentence
 * @param runner the runner as the user names it; empty where Leadline itself loads the program
 * @param hashSeed what {@code PYTHONHASHSEED} was set to by Leadline; empty where it is the user's
 *     own
 * @param pythons the interpreters, in the order asked for
 */
public record Measurement(
    String program,
    String programName,
    Optional<String> runner,
    Optional<String> hashSeed,
    List<MeasuredPython> pythons) {

  public Measurement {
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(programName, "programName");
    Objects.requireNonNull(runner, "runner");
    Objects.requireNonNull(hashSeed, "hashSeed");
    pythons = List.copyOf(pythons);
  }

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
}
