package dev.leadline.check.file.shape;

import dev.leadline.check.file.node.Node;
import dev.leadline.check.file.node.Node.Entry;
import dev.leadline.check.file.node.Node.Mapping;
import dev.leadline.json.JsonObject;
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
public record Table(List<Key<?>> keys, Needs needs, boolean whole) implements Shape<Values> {

  public Table {
    keys = List.copyOf(keys);
  }

  public Table(List<Key<?>> keys, Needs needs) {
    this(keys, needs, true);
  }

  /** One that may be empty. */
  public static Table of(Key<?>... keys) {
    return new Table(List.of(keys), Needs.NOTHING);
  }

  /** The same, of whose keys some must be given. */
  public Table needing(Needs some) {
    return new Table(keys, some, whole);
  }

  /** The same, which gives the values that are right, so that reading can go on. */
  public Table partly() {
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
  public Optional<Values> read(Cursor cursor) {
    Map<String, Entry> entries = ((Mapping) cursor.node()).entries();
    Values values = new Values();
    boolean right = needs.met(cursor, entries.keySet());
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      right &= read(entry.getKey(), entry.getValue(), cursor, values);
    }
    return right || !whole ? Optional.of(values) : Optional.empty();
  }

  private boolean read(String name, Entry entry, Cursor cursor, Values into) {
    for (Key<?> key : keys) {
      if (key.name().equals(name)) {
        return read(key, cursor.key(name, entry), into);
      }
    }
    cursor.wrong(entry.key(), unknown(name));
    return false;
  }

  private static <T> boolean read(Key<T> key, Cursor cursor, Values into) {
    Optional<T> value = cursor.as(key.shape());
    value.ifPresentOrElse(one -> into.put(key, one, cursor), () -> into.wrong(key));
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
