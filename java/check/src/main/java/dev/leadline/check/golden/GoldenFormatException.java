package dev.leadline.check.golden;

import dev.leadline.check.expect.Place;
import java.io.IOException;
import java.util.Objects;

/** A file is no golden trace that this version reads; the message says what is wrong, and where. */
final class GoldenFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;

  GoldenFormatException(Place place, String fault) {
    super(place + ": " + fault);
    this.place = Objects.requireNonNull(place, "place");
  }

  /** The line that is wrong. */
  Place place() {
    return place;
  }
}
