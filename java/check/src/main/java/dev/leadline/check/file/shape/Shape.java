package dev.leadline.check.file.shape;

import dev.leadline.check.file.node.Node;
import dev.leadline.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a value may look like: how it is read, and how the schema says the same. Read through {@link
 * Cursor#as}.
 */
public interface Shape<T> {

  /** What it takes, behind "wants". */
  String wants();

  /** Whether a value is of this form, be its contents right or wrong. */
  boolean fits(Node node);

  /** Whether its contents are of the form, too: decides between shapes of one form. */
  default boolean suits(Node node) {
    return fits(node);
  }

  /** Reads a value that fits; empty where its contents are wrong, which is noted. */
  Optional<T> read(Cursor cursor);

  /** JSON Schema, draft 7, of such a value; a new object each time, to which more can be added. */
  JsonObject schema();

  /** What is made of the value; the message of an {@link IllegalArgumentException} is noted. */
  default <R> Shape<R> to(Function<T, R> made) {
    return toAt((value, cursor) -> made.apply(value));
  }

  /** The same, where what is made needs to know its place. */
  default <R> Shape<R> toAt(BiFunction<T, Cursor, R> made) {
    return new MappedShape<>(this, made, wants(), schema -> schema);
  }

  /** The same value under another name, with more in its schema. */
  default Shape<T> as(String name, UnaryOperator<JsonObject> more) {
    return new MappedShape<>(this, (value, cursor) -> value, name, more);
  }

  /** It alone, or a list of such. */
  default Shape<List<T>> orSeveral() {
    return new AnyOf<>(List.of(to(List::of), new ListOf<>(this, 1)));
  }

  /** It, or another. */
  default Shape<T> or(Shape<T> other) {
    return new AnyOf<>(List.of(this, other));
  }
}
