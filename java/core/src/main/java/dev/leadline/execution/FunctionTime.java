package dev.leadline.execution;

import java.util.Objects;

/**
 * What a function took.
 *
 * @param definition the function
 * @param calls how often it was called
 * @param ownNs nanoseconds in it and in no recorded function that it called; 0 in an untimed trace
 */
public record FunctionTime(Definition definition, long calls, long ownNs) {

  public FunctionTime {
    Objects.requireNonNull(definition, "definition");
  }
}
