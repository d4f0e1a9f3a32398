package dev.leadline.report;

import dev.leadline.depths.Depths;
import dev.leadline.depths.Stack;
import dev.leadline.event.Layer;
import java.util.List;
import java.util.stream.Stream;

/** What two interpreters must have in common to be shown as one: the layers, not the counts. */
record StackShapes(Depths depths) {

  private record Shape(String kind, int base, List<String> layers) {}

  List<?> all() {
    return Stream.concat(depths.program().stream(), depths.others().stream())
        .map(StackShapes::of)
        .distinct()
        .toList();
  }

  private static Shape of(Stack stack) {
    List<String> layers = stack.layers().stream().map(StackShapes::name).toList();
    return new Shape(stack.kind().words(), stack.base(), layers);
  }

  /** From 3.11 on some of the library is compiled into the interpreter: the same frames. */
  private static String name(Layer layer) {
    return switch (layer.owner()) {
      case INTERPRETER, STDLIB -> layer.function();
      case RUNNER, SITE, GENERATED, PROGRAM -> layer.owner() + " " + layer.function();
    };
  }
}
