package dev.leadline.run;

import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A run on one interpreter.
 *
 * @param python what runs it
 * @param spec what is run
 */
public record PythonRun(ChosenInterpreter python, RunSpec spec) {

  public PythonRun {
    Objects.requireNonNull(python, "python");
    Objects.requireNonNull(spec, "spec");
  }

  /** The interpreter and its options as its user types them. */
  public List<String> typed() {
    return withOptions(python.command());
  }

  /** The interpreter's file and its options, as they are started. */
  public List<String> started() {
    return withOptions(python.interpreter().executable().toString());
  }

  private List<String> withOptions(String interpreter) {
    List<String> words = new ArrayList<>();
    words.add(interpreter);
    words.addAll(spec.pythonOptions());
    return words;
  }
}
