package dev.leadline.run;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What records the events of a program. */
public enum Engine {
  /** C code where the agent has it for the interpreter, otherwise Python code. */
  AUTO,

  /** Python code, on every interpreter. */
  PYTHON,

  /** C code; a program is not run on an interpreter that cannot load it. */
  NATIVE;

  /** The environment variable that names the engine where no option does. */
  public static final String VARIABLE = "LEADLINE_ENGINE";

  /** As on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The engine of this name; upper and lower case are the same. */
  static Optional<Engine> named(String word) {
    return Stream.of(values()).filter(engine -> engine.name().equalsIgnoreCase(word)).findFirst();
  }

  /** The one that {@link #VARIABLE} names, otherwise {@link #AUTO}. */
  static Engine byDefault() {
    return Optional.ofNullable(System.getenv(VARIABLE)).flatMap(Engine::named).orElse(AUTO);
  }
}
