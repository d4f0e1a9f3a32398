package dev.leadline.wire;

import java.io.IOException;

/**
 * The sink that the events are pushed into failed, not the stream they come from. The cause is the
 * sink's own exception. The reader can go on: it does not use that sink any more.
 */
public final class SinkException extends IOException {

  private static final long serialVersionUID = 1L;

  public SinkException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
