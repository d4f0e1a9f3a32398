package dev.leadline.wire;

import java.util.Objects;

/**
 * What the controller knows of the interpreter's process once it is gone: the {@code exit} record.
 *
 * @param status exit status, 128 + N where signal N killed it
 * @param timedOut whether the controller stopped it
 * @param eventsLost whether records could not be stored, so that the stored stream has a hole
 * @param detail why, in one clause; empty where there is nothing to say
 */
public record Exit(int status, boolean timedOut, boolean eventsLost, String detail) {

  public Exit {
    Objects.requireNonNull(detail, "detail");
  }
}
