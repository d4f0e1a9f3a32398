package dev.leadline.event;

import java.util.Objects;

/**
 * A frame that was not recorded itself, and that recorded ones stand upon.
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

  /** Whose it is, in the words that a person who asks for the depths of a stack uses. */
  public LayerOwner owner() {
    return LayerOwner.of(scope);
  }
}
