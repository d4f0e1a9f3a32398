package dev.leadline.cli;

import dev.leadline.interpreter.Interpreter;
import java.util.ArrayList;
import java.util.List;

/** What a user should know of an interpreter before its events are trusted. */
final class Cautions {

  private Cautions() {}

  /** A sentence for each. */
  static List<String> of(Interpreter interpreter) {
    String name = "CPython " + interpreter.version();
    List<String> cautions = new ArrayList<>();
    if (interpreter.preRelease()) {
      cautions.add(name + " is a pre-release: its events may differ from those of the release");
    }
    if (interpreter.freeThreaded()) {
      cautions.add(
          name
              + " is a free-threaded build: events are in exact order within a thread, but not"
              + " between threads");
    }
    return cautions;
  }
}
