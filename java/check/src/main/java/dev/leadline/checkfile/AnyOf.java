package dev.leadline.checkfile;

import dev.leadline.wire.JsonObject;
import java.util.List;
import java.util.Optional;
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
    return shapes.stream().anyMatch(shape -> shape.fits(node));
  }

  @Override
  public boolean suits(Node node) {
    return shapes.stream().anyMatch(shape -> shape.suits(node));
  }

  @Override
  public Optional<T> read(Spot spot) {
    return shapes.stream()
        .filter(shape -> shape.suits(spot.node()))
        .findFirst()
        .or(() -> shapes.stream().filter(shape -> shape.fits(spot.node())).findFirst())
        .flatMap(spot::as);
  }

  @Override
  public JsonObject schema() {
    return new JsonObject().objects("anyOf", shapes.stream().map(Shape::schema).toList());
  }
}
