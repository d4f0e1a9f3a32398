package dev.leadline.check.golden.text;

import dev.leadline.check.expect.Place;
import dev.leadline.execution.Definition.FunctionKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an activation looks like in a golden trace, with all that it called. There is one for all
 * that look alike, so that two are equal only if they are the same.
 */
final class GoldenShape {

  /** An activation that is not shown. */
  static final GoldenShape NOTHING =
      new GoldenShape(new Key(new FunctionKey("", ""), "", "", List.of()), Optional.empty());

  /**
   * What makes two alike.
   *
   * @param function what ran; that in which an exception was seen
   * @param exception qualified name of the exception that this is, not that ended it; empty where
   *     it is an activation
   * @param ending how it ended, as it is written; empty for a plain return
   */
  record Key(FunctionKey function, String exception, String ending, List<Repeated> body) {
    Key {
      Objects.requireNonNull(function, "function");
      Objects.requireNonNull(exception, "exception");
      Objects.requireNonNull(ending, "ending");
      body = List.copyOf(body);
    }
  }

  final Key key;

  /** Where the first of them stands in the program; empty in code that has no file. */
  final Optional<Place> place;

  GoldenShape(Key key, Optional<Place> place) {
    this.key = key;
    this.place = Objects.requireNonNull(place, "place");
  }

  /** Whether this exception left it. */
  boolean raised(String type) {
    return key.ending().equals(raising(type));
  }

  static String raising(String type) {
    return "raised " + type;
  }
}
