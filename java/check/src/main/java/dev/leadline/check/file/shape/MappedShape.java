package dev.leadline.check.file.shape;

import dev.leadline.check.file.node.Node;
import dev.leadline.json.JsonObject;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What is made of a value of another shape.
 *
 * @param made makes it; says with an {@link IllegalArgumentException} what is wrong
 * @param more adds to the schema
 */
record MappedShape<T, R>(
    Shape<T> shape, BiFunction<T, Cursor, R> made, String wants, UnaryOperator<JsonObject> more)
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
  public Optional<R> read(Cursor cursor) {
    Optional<T> value = shape.read(cursor);
    try {
      return value.map(one -> made.apply(one, cursor));
    } catch (IllegalArgumentException e) {
      return cursor.wrong(e.getMessage());
    }
  }

  @Override
  public JsonObject schema() {
    return more.apply(shape.schema());
  }
}
