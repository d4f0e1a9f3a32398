package dev.leadline.launch;

import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.util.Objects;

/**
 * A run, and where its streams lead.
 *
 * @param run what is run, and on which interpreter
 * @param stdio the program's three streams
 */
public record Launch(PythonRun run, ProgramStdio stdio) {

  public Launch {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(stdio, "stdio");
  }

  RunSpec spec() {
    return run.spec();
  }
}
