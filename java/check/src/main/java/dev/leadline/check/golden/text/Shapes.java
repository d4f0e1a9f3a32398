package dev.leadline.check.golden.text;

import dev.leadline.check.expect.Place;
import dev.leadline.check.golden.text.GoldenText.TooLongException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All the shapes of an execution, each once. Each is at least one line of the golden trace. */
public final class Shapes {

  /** Most lines of a golden trace. */
  public static final int MOST = 10_000;

  private final Map<GoldenShape.Key, GoldenShape> known = new HashMap<>();

  GoldenShape of(GoldenShape.Key key, Optional<Place> place) throws TooLongException {
    GoldenShape same = known.get(key);
    if (same != null) {
      return same;
    }
    if (known.size() == MOST) {
      throw new TooLongException();
    }
    GoldenShape shape = new GoldenShape(key, place);
    known.put(key, shape);
    return shape;
  }
}
