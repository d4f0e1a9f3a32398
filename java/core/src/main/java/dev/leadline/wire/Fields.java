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
    JsonNode value = node.get(name);
    if (value == null || !value.isArray()) {
      throw wrong(name, "a list");
    }
    List<int[]> rows = new ArrayList<>();
    for (JsonNode row : value) {
      rows.add(row(name, row));
    }
    return rows;
  }

  private static int[] row(String name, JsonNode row) throws MalformedRecordException {
    int[] numbers = new int[row.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!row.get(i).canConvertToInt()) {
        throw wrong(name, "a list of lists of numbers");
      }
      numbers[i] = row.get(i).intValue();
    }
    return numbers;
  }

  Fields object(String name) throws MalformedRecordException {
    JsonNode value = node.get(name);
    if (value == null || !value.isObject()) {
      throw wrong(name, "an object");
    }
    return new Fields(value);
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
