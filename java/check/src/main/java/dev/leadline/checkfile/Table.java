package dev.leadline.checkfile;

import dev.leadline.checkfile.Node.Entry;
import dev.leadline.checkfile.Node.Mapping;
import dev.leadline.wire.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mapping whose keys are known.
 *
 * @param needs which of them must be given
 * @param whole whether there are no values where one of them is wrong
 */
record Table(List<Key<?>> keys, Needs needs, boolean whole) implements Shape<Values> {

  Table {
    keys = List.copyOf(keys);
  }

  Table(List<Key<?>> keys, Needs needs) {
    this(keys, needs, true);
  }

  /** One that may be empty. */
  static Table of(Key<?>... keys) {
    return new Table(List.of(keys), Needs.NOTHING);
  }

  /** The same, of whose keys some must be given. */
  Table needing(Needs some) {
    return new Table(keys, some, whole);
  }

  /** The same, which gives the values that are right, so that reading can go on. */
  Table partly() {
    return new Table(keys, needs, false);
  }

  @Override
  public String wants() {
    return "a mapping of " + names();
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof Mapping;
  }

  @Override
  public Optional<Values> read(Spot spot) {
    Map<String, Entry> entries = ((Mapping) spot.node()).entries();
    Values values = new Values();
    boolean right = needs.met(spot, entries.keySet());
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      right &= read(entry.getKey(), entry.getValue(), spot, values);
    }
    return right || !whole ? Optional.of(values) : Optional.empty();
  }

  private boolean read(String name, Entry entry, Spot spot, Values into) {
    for (Key<?> key : keys) {
      if (key.name().equals(name)) {
        return read(key, spot.key(name, entry), into);
      }
    }
    spot.wrong(entry.key(), unknown(name));
    return false;
  }

  private static <T> boolean read(Key<T> key, Spot spot, Values into) {
    Optional<T> value = spot.as(key.shape());
    value.ifPresentOrElse(one -> into.put(key, one, spot), () -> into.wrong(key));
    return value.isPresent();
  }

  private String unknown(String name) {
    String meant = Nearest.question(name, keys.stream().map(Key::name).toList());
    String end = meant.isEmpty() ? "." : meant;
    return "there is no key '" + name + "'" + end + " It takes " + names();
  }

  private String names() {
    return keys.stream().map(Key::name).collect(Collectors.joining(", "));
  }

  @Override
  public JsonObject schema() {
    JsonObject properties = new JsonObject();
    for (Key<?> key : keys) {
      JsonObject property =
          key.shape()
              .schema()
              .text("description", key.help())
              .text("$comment", "since " + key.since());
      properties.object(key.name(), property);
    }
    JsonObject schema =
        new JsonObject()
            .text("type", "object")
            .object("properties", properties)
            .flag("additionalProperties", false);
    return needs.say(schema);
  }
}
