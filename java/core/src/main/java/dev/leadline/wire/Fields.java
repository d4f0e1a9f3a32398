package dev.leadline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The fields of one JSON object, taken by name and type; what is missing is named. */
final class Fields {

  private static final JsonNode NONE = JsonNodeFactory.instance.arrayNode();

  private final JsonNode node;
  private final String path;

  Fields(JsonNode node) {
    this(node, "");
  }

  /** Those of an object within another, whose path ends with a dot. */
  private Fields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  String text(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isTextual()) {
      throw wrong(name, "a string");
    }
    return value.textValue();
  }

  /** A string, or empty where there is none. */
  String textOrEmpty(String name) throws MalformedRecordException {
    return has(name) ? text(name) : "";
  }

  int number(String name) throws MalformedRecordException {
    return optionalInt(name).orElseThrow(() -> wrong(name, "a whole number"));
  }

  long longNumber(String name) throws MalformedRecordException {
    return optionalLong(name).orElseThrow(() -> wrong(name, "a whole number"));
  }

  boolean flag(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  /** A number, or empty where there is none. */
  OptionalInt optionalInt(String name) throws MalformedRecordException {
    if (!has(name)) {
      return OptionalInt.empty();
    }
    JsonNode value = node.get(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(name, "a whole number of 32 bits");
    }
    return OptionalInt.of(value.intValue());
  }

  /** The same of 64 bits. */
  OptionalLong optionalLong(String name) throws MalformedRecordException {
    if (!has(name)) {
      return OptionalLong.empty();
    }
    JsonNode value = node.get(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number of 64 bits");
    }
    return OptionalLong.of(value.longValue());
  }

  /** Whether there is a string of that name. */
  boolean isText(String name) {
    return node.path(name).isTextual();
  }

  List<String> texts(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isArray()) {
      throw wrong(name, "a list");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw wrong(name, "a list of strings");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** A list, or an empty one where there is none. */
  List<String> textsOrNone(String name) throws MalformedRecordException {
    return has(name) ? texts(name) : List.of();
  }

  /** A list of lists of a column of numbers each, the last of which may be large. */
  List<CountedRow> countedRows(String name, int columns) throws MalformedRecordException {
    List<CountedRow> rows = new ArrayList<>();
    for (JsonNode row : list(name)) {
      JsonNode count = row.path(columns - 1);
      if (!count.isIntegralNumber() || !count.canConvertToLong()) {
        throw wrong(name, "a list of lists of " + columns + " numbers");
      }
      int[] numbers = new int[columns - 1];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number(name, row.get(i));
      }
      rows.add(new CountedRow(numbers, count.longValue()));
    }
    return rows;
  }

  /** Numbers, and how often they came. */
  record CountedRow(int[] numbers, long count) {}

  private JsonNode list(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isArray()) {
      throw wrong(name, "a list");
    }
    return value;
  }

  private int number(String name, JsonNode value) throws MalformedRecordException {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(name, "a list of lists of numbers");
    }
    return value.intValue();
  }

  Fields object(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isObject()) {
      throw wrong(name, "an object");
    }
    return new Fields(value, path + name + ".");
  }

  /** A list of objects. */
  List<Fields> objects(String name) throws MalformedRecordException {
    list(name);
    return objectsOrNone(name);
  }

  /** A list of objects, or an empty one where there is none. */
  List<Fields> objectsOrNone(String name) throws MalformedRecordException {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode element : has(name) ? list(name) : NONE) {
      if (!element.isObject()) {
        throw wrong(name, "a list of objects");
      }
      objects.add(new Fields(element, path + name + "."));
    }
    return objects;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  Iterator<String> names() {
    return node.fieldNames();
  }

  private MalformedRecordException wrong(String name, String expected) {
    return new MalformedRecordException("\"" + path + name + "\" is not " + expected);
  }
}
