package dev.leadline.checkfile;

import dev.leadline.checkfile.Node.Entry;
import dev.leadline.checkfile.Node.Mapping;
import dev.leadline.checkfile.Node.Meaning;
import dev.leadline.checkfile.Node.Scalar;
import dev.leadline.wire.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping whose keys the writer of the file chooses.
 *
 * @param least how many entries it has at least
 */
record Keyed<K, V>(Shape<K> key, Shape<V> value, int least)
    implements Shape<List<Keyed.Pair<K, V>>> {

  /** An entry. */
  record Pair<K, V>(K key, V value) {}

  @Override
  public String wants() {
    return "a mapping";
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof Mapping;
  }

  @Override
  public Optional<List<Pair<K, V>>> read(Spot spot) {
    Map<String, Entry> entries = ((Mapping) spot.node()).entries();
    if (entries.size() < least) {
      return spot.wrong("wants " + least + " or more of them, not an empty mapping");
    }
    List<Pair<K, V>> pairs = new ArrayList<>();
    entries.forEach((name, entry) -> pair(spot, name, entry).ifPresent(pairs::add));
    return pairs.size() == entries.size() ? Optional.of(pairs) : Optional.empty();
  }

  private Optional<Pair<K, V>> pair(Spot spot, String name, Entry entry) {
    Scalar written = new Scalar(entry.key(), Meaning.STRING, name);
    Optional<K> itsKey = spot.of(written).as(key);
    Optional<V> itsValue = spot.key(name, entry).as(value);
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
