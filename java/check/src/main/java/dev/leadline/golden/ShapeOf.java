package dev.leadline.golden;

import dev.leadline.event.Header;
import dev.leadline.execution.Activation;
import dev.leadline.execution.SeenException;
import dev.leadline.expect.Place;
import dev.leadline.expect.Spots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the shape of an activation: what it called, and the exceptions that began in it and did not
 * end it, in their order. What interpreters tell in different ways is left out.
 */
final class ShapeOf {

  private final Shapes shapes;
  private final Header header;
  private final ExceptionsShown exceptions;

  ShapeOf(Shapes shapes, Header header) {
    this.shapes = shapes;
    this.header = header;
    this.exceptions = new ExceptionsShown(header.recording());
  }

  /**
   * The shape of an activation.
   *
   * @param called shapes of all that it called, in their order
   */
  Shape activation(Activation activation, List<Shape> called) throws TooLongException {
    if (exceptions.neverRan(activation)) {
      return Shape.NOTHING;
    }
    String ending = exceptions.ending(activation);
    List<Shape> body = body(activation, called, ending);
    Optional<Place> place = Spots.of(activation.definition(), header);
    return shapes.of(new Shape.Key(activation.key(), "", ending, Repeated.of(body)), place);
  }

  private List<Shape> body(Activation activation, List<Shape> called, String ending)
      throws TooLongException {
    List<Shape> body = new ArrayList<>();
    int calls = 0;
    for (SeenException seen : exceptions.of(activation, called, ending)) {
      add(body, called.subList(calls, seen.calls()));
      calls = seen.calls();
      body.add(exception(activation, seen));
    }
    add(body, called.subList(calls, called.size()));
    return body;
  }

  private static void add(List<Shape> body, List<Shape> called) {
    for (Shape shape : called) {
      if (shape != Shape.NOTHING) {
        body.add(shape);
      }
    }
  }

  private Shape exception(Activation activation, SeenException seen) throws TooLongException {
    Optional<Place> place = Spots.of(activation.definition().file(), seen.lineno(), header);
    return shapes.of(new Shape.Key(activation.key(), seen.type(), "", List.of()), place);
  }
}
