package dev.leadline.checkfile;

import dev.leadline.wire.JsonObject;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What is made of a value of another shape.
 *
 * @param made makes it; says with an {@link IllegalArgumentException} what is wrong
 * @param more adds to the schema
 */
record Made<T, R>(
    Shape<T> shape, BiFunction<T, Spot, R> made, String wants, UnaryOperator<JsonObject> more)
    implements Shape<R> {

  @Override
  public boolean fits(Node node) {
    return shape.fits(node);
  }

  @Override
  public boolean suits(Node node) {
    return shape.suits(node);
  }

  @Override
  public Optional<R> read(Spot spot) {
    Optional<T> value = shape.read(spot);
    try {
      return value.map(one -> made.apply(one, spot));
    } catch (IllegalArgumentException e) {
      return spot.wrong(e.getMessage());
    }
  }

  @Override
  public JsonObject schema() {
    return more.apply(shape.schema());
  }
}
