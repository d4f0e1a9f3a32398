package dev.leadline.event;

import java.util.Objects;

/**
 * One process of a trace.
 *
 * @param number number of the process within the trace, in order of first sight; the program's own
 *     is 0
 * @param header what it says of itself
 */
public record TraceProcess(int number, Header header) {

  public TraceProcess {
    Objects.requireNonNull(header, "header");
  }
}
