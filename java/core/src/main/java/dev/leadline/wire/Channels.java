package dev.leadline.wire;

import java.util.Objects;
import java.util.Optional;

/**
 * How the program's three streams are connected, as the header tells it.
 *
 * @param stdin {@code own} or {@code piped}
 * @param stdout {@code own}, {@code fifo} or {@code stderr}
 * @param stderr {@code own} or {@code piped}
 * @param stdoutFifo the FIFO that the controller must open and read; the agent waits for it
 */
public record Channels(String stdin, String stdout, String stderr, Optional<String> stdoutFifo) {

  public Channels {
    Objects.requireNonNull(stdin, "stdin");
    Objects.requireNonNull(stdout, "stdout");
    Objects.requireNonNull(stderr, "stderr");
    Objects.requireNonNull(stdoutFifo, "stdoutFifo");
  }
}
