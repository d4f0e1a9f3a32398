package dev.leadline.event;

import java.util.Locale;

/** Who put a frame between the root of a stack and the program. */
public enum LayerOwner {
  /** The interpreter itself: code that is compiled into it. */
  INTERPRETER,
  /** What loads the program: Leadline's agent, or a debugger or launcher of the user's own. */
  RUNNER,
  /** The interpreter's library. */
  STDLIB,
  /** An installed package, or another file that is not the program's. */
  SITE,
  /** Code without a file. */
  GENERATED,
  /** The program. */
  PROGRAM;

  /** Whom code of this scope belongs to. */
  public static LayerOwner of(Scope scope) {
    return switch (scope) {
      case FROZEN -> INTERPRETER;
      case AGENT, RUNNER -> RUNNER;
      case STDLIB -> STDLIB;
      case SITE -> SITE;
      case GENERATED -> GENERATED;
      case USER -> PROGRAM;
    };
  }

  /** The word for reports: {@code interpreter}, {@code runner}, ... */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
