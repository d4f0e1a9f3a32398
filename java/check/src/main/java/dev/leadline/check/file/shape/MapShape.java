package dev.leadline.check.file.shape;

import dev.leadline.check.file.node.Node;
import dev.leadline.check.file.node.Node.Entry;
import dev.leadline.check.file.node.Node.Mapping;
import dev.leadline.check.file.node.Node.Meaning;
import dev.leadline.check.file.node.Node.Scalar;
import dev.leadline.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping whose keys the writer of the file chooses.
 *
 * @param least how many entries it has at least
 */
public record MapShape<K, V>(Shape<K> key, Shape<V> value, int least)
    implements Shape<List<MapShape.Pair<K, V>>> {

  /** An entry. */
  public record Pair<K, V>(K key, V value) {}

  @Override
  public String wants() {
    return "a mapping";
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof Mapping;
  }

  @Override
  public Optional<List<Pair<K, V>>> read(Cursor cursor) {
    Map<String, Entry> entries = ((Mapping) cursor.node()).entries();
    if (entries.size() < least) {
      return cursor.wrong("wants " + least + " or more of them, not an empty mapping");
    }
    List<Pair<K, V>> pairs = new ArrayList<>();
    entries.forEach((name, entry) -> pair(cursor, name, entry).ifPresent(pairs::add));
    return pairs.size() == entries.size() ? Optional.of(pairs) : Optional.empty();
  }

  private Optional<Pair<K, V>> pair(Cursor cursor, String name, Entry entry) {
    Scalar written = new Scalar(entry.key(), Meaning.STRING, name);
    Optional<K> itsKey = cursor.of(written).as(key);
    Optional<V> itsValue = cursor.key(name, entry).as(value);
    return itsKey.flatMap(one -> itsValue.map(other -> new Pair<>(one, other)));
  }

  @Override
  public JsonObject schema() {
    JsonObject schema =
        new JsonObject()
            .text("type", "object")
            .object("propertyNames", key.schema())
            .object("additionalProperties", value.schema());
    return least == 0 ? schema : schema.number("minProperties", least);
  }
}
