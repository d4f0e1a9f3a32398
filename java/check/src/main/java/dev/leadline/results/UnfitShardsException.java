package dev.leadline.results;

import java.io.IOException;

/** Results are not those of all shards of one check. The message is one line for the user. */
public final class UnfitShardsException extends IOException {

  private static final long serialVersionUID = 1L;

  UnfitShardsException(String message) {
    super(message);
  }
}
