package dev.leadline.check.file.shape;

import dev.leadline.check.file.node.Node;
import dev.leadline.check.file.node.Node.Sequence;
import dev.leadline.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list.
 *
 * @param least how many elements it has at least
 * @param whole whether there is no list where an element of it is wrong
 */
public record ListOf<T>(Shape<T> element, int least, boolean whole) implements Shape<List<T>> {

  public ListOf(Shape<T> element, int least) {
    this(element, least, true);
  }

  /** The same, which gives the elements that are right, so that reading can go on. */
  public ListOf<T> partly() {
    return new ListOf<>(element, least, false);
  }

  @Override
  public String wants() {
    return "a list";
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof Sequence;
  }

  @Override
  public boolean suits(Node node) {
    return node instanceof Sequence list && list.elements().stream().allMatch(element::suits);
  }

  @Override
  public Optional<List<T>> read(Cursor cursor) {
    List<Node> nodes = ((Sequence) cursor.node()).elements();
    if (nodes.size() < least) {
      return cursor.wrong("wants " + least + " or more of them, not an empty list");
    }
    List<T> values = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      cursor.element(i, nodes.get(i)).as(element).ifPresent(values::add);
    }
    return values.size() == nodes.size() || !whole ? Optional.of(values) : Optional.empty();
  }

  @Override
  public JsonObject schema() {
    JsonObject schema = new JsonObject().text("type", "array").object("items", element.schema());
    return least == 0 ? schema : schema.number("minItems", least);
  }
}
