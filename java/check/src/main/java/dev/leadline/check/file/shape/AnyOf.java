package dev.leadline.check.file.shape;

import dev.leadline.check.file.node.Node;
import dev.leadline.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One of several shapes: the first that suits, or else the first that fits. */
record AnyOf<T>(List<Shape<T>> shapes) implements Shape<T> {

  AnyOf {
    shapes = List.copyOf(shapes);
  }

  @Override
  public String wants() {
    return shapes.stream().map(Shape::wants).distinct().collect(Collectors.joining(", or "));
  }

  @Override
  public boolean fits(Node node) {
    return first(shape -> shape.fits(node)).isPresent();
  }

  @Override
  public boolean suits(Node node) {
    return first(shape -> shape.suits(node)).isPresent();
  }

  @Override
  public Optional<T> read(Cursor cursor) {
    return first(shape -> shape.suits(cursor.node()))
        .or(() -> first(shape -> shape.fits(cursor.node())))
        .flatMap(cursor::as);
  }

  private Optional<Shape<T>> first(Predicate<Shape<T>> test) {
    for (Shape<T> shape : shapes) {
      if (test.test(shape)) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  @Override
  public JsonObject schema() {
    return new JsonObject().objects("anyOf", shapes.stream().map(Shape::schema).toList());
  }
}
