package dev.leadline.event;

import java.util.Locale;
import java.util.Objects;

/**
 * A frame that was not recorded itself, and that is below recorded ones.
 *
 * @param file {@code co_filename}, exactly as CPython has it
 * @param function {@code co_name}
 * @param scope whose code it is
 * @param module {@code __name__} in the globals of the frame; empty if it had none
 */
public record Layer(String file, String function, Scope scope, String module) {

  public Layer {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(module, "module");
  }

  /** Whose it is, in the words of the report of depths. */
  public Owner owner() {
    return Owner.of(scope);
  }

  public enum Owner {
    INTERPRETER,
    RUNNER,
    STDLIB,
    SITE,
    GENERATED,
    PROGRAM;

    public static Owner of(Scope scope) {
      return switch (scope) {
        case FROZEN -> INTERPRETER;
        case AGENT, RUNNER -> RUNNER;
        case STDLIB -> STDLIB;
        case SITE -> SITE;
        case GENERATED -> GENERATED;
        case USER -> PROGRAM;
      };
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
