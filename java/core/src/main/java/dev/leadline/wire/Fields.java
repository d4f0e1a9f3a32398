package dev.leadline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The fields of one JSON object, taken by name and type; what is missing is named. */
final class Fields {

  private final JsonNode node;

  Fields(JsonNode node) {
    this.node = node;
  }

  String text(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isTextual()) {
      throw wrong(name, "a string");
    }
    return value.textValue();
  }

  /** A string, or empty where there is none. */
  String textOrEmpty(String name) {
    return node.path(name).asText("");
  }

  int number(String name) throws MalformedRecordException {
    return optionalInt(name).orElseThrow(() -> wrong(name, "a number"));
  }

  long longNumber(String name) throws MalformedRecordException {
    return optionalLong(name).orElseThrow(() -> wrong(name, "a number"));
  }

  boolean flag(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  OptionalInt optionalInt(String name) {
    JsonNode value = node.path(name);
    return value.isIntegralNumber() && value.canConvertToInt()
        ? OptionalInt.of(value.intValue())
        : OptionalInt.empty();
  }

  OptionalLong optionalLong(String name) {
    JsonNode value = node.path(name);
    return value.isIntegralNumber() && value.canConvertToLong()
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  List<String> texts(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isArray()) {
      throw wrong(name, "a list");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      texts.add(element.asText());
    }
    return texts;
  }

  /** A list, or an empty one where there is none. */
  List<String> textsOrNone(String name) throws MalformedRecordException {
    return has(name) ? texts(name) : List.of();
  }

  /** A list of lists of numbers. */
  List<int[]> rows(String name) throws MalformedRecordException {
    List<int[]> rows = new ArrayList<>();
    for (JsonNode row : list(name)) {
      int[] numbers = new int[row.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number(name, row.get(i));
      }
      rows.add(numbers);
    }
    return rows;
  }

  /** A list of lists of a column of numbers each, the last of which may be large. */
  List<CountedRow> countedRows(String name, int columns) throws MalformedRecordException {
    List<CountedRow> rows = new ArrayList<>();
    for (JsonNode row : list(name)) {
      JsonNode count = row.path(columns - 1);
      if (!count.canConvertToLong()) {
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

  private static int number(String name, JsonNode value) throws MalformedRecordException {
    if (!value.canConvertToInt()) {
      throw wrong(name, "a list of lists of numbers");
    }
    return value.intValue();
  }

  Fields object(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isObject()) {
      throw wrong(name, "an object");
    }
    return new Fields(value);
  }

  /** A list of objects. */
  List<Fields> objects(String name) throws MalformedRecordException {
    list(name);
    return objectsOrNone(name);
  }

  /** A list of objects, or an empty one where there is none. */
  List<Fields> objectsOrNone(String name) throws MalformedRecordException {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      if (!element.isObject()) {
        throw wrong(name, "a list of objects");
      }
      objects.add(new Fields(element));
    }
    return objects;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  Iterator<String> names() {
    return node.fieldNames();
  }

  private static MalformedRecordException wrong(String name, String expected) {
    return new MalformedRecordException("\"" + name + "\" is not " + expected);
  }
}
