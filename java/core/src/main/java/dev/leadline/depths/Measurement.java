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
}
