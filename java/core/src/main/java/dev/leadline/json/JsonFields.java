package dev.leadline.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The fields of one JSON object, taken by name and type; what is missing is named. */
public final class JsonFields {

  private static final JsonNode NONE = JsonNodeFactory.instance.arrayNode();

  private final JsonNode node;
  private final String path;

  JsonFields(JsonNode node) {
    this(node, "");
  }

  /** Those of an object within another, whose path ends with a dot. */
  private JsonFields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /**
   * The fields of a document that is one object, in UTF-8; the stream stays open.
   *
   * @throws JsonFormatException if it is no JSON, or more than one object
   */
  public static JsonFields read(InputStream in) throws IOException, JsonFormatException {
    return Json.document(in);
  }

  public String text(String name) throws JsonFormatException {
    JsonNode value = node.get(name);
    if (value == null || !value.isTextual()) {
      throw wrong(name, "a string");
    }
    return value.textValue();
  }

  /** A string, or empty if absent. */
  public String textOrEmpty(String name) throws JsonFormatException {
    return optionalText(name).orElse("");
  }

  /** A string, or none if absent. */
  public Optional<String> optionalText(String name) throws JsonFormatException {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  public int number(String name) throws JsonFormatException {
    return optionalInt(name).orElseThrow(() -> wrong(name, "a whole number"));
  }

  public long longNumber(String name) throws JsonFormatException {
    return optionalLong(name).orElseThrow(() -> wrong(name, "a whole number"));
  }

  public boolean flag(String name) throws JsonFormatException {
    JsonNode value = node.get(name);
    if (value == null || !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  /** A number, or empty if absent. */
  public OptionalInt optionalInt(String name) throws JsonFormatException {
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
  public OptionalLong optionalLong(String name) throws JsonFormatException {
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
  public boolean isText(String name) {
    return node.path(name).isTextual();
  }

  public List<String> texts(String name) throws JsonFormatException {
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

  /** A list, or an empty one if absent. */
  public List<String> textsOrNone(String name) throws JsonFormatException {
    return has(name) ? texts(name) : List.of();
  }

  /** A list of lists of a column of numbers each, the last of which may be large. */
  public List<CountedRow> countedRows(String name, int columns) throws JsonFormatException {
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
  public record CountedRow(int[] numbers, long count) {}

  /** A list of lists of numbers. */
  public List<int[]> rows(String name) throws JsonFormatException {
    return rows(name, list(name));
  }

  /** A list of such lists. */
  public List<List<int[]>> tables(String name) throws JsonFormatException {
    List<List<int[]>> tables = new ArrayList<>();
    for (JsonNode table : list(name)) {
      tables.add(rows(name, table));
    }
    return tables;
  }

  private List<int[]> rows(String name, JsonNode table) throws JsonFormatException {
    List<int[]> rows = new ArrayList<>();
    for (JsonNode row : table) {
      int[] numbers = new int[row.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number(name, row.path(i));
      }
      rows.add(numbers);
    }
    return rows;
  }

  private JsonNode list(String name) throws JsonFormatException {
    JsonNode value = node.get(name);
    if (value == null || !value.isArray()) {
      throw wrong(name, "a list");
    }
    return value;
  }

  private int number(String name, JsonNode value) throws JsonFormatException {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(name, "a list of lists of numbers");
    }
    return value.intValue();
  }

  public JsonFields object(String name) throws JsonFormatException {
    JsonNode value = node.get(name);
    if (value == null || !value.isObject()) {
      throw wrong(name, "an object");
    }
    return new JsonFields(value, path + name + ".");
  }

  /** A list of objects. */
  public List<JsonFields> objects(String name) throws JsonFormatException {
    list(name);
    return objectsOrNone(name);
  }

  /** A list of objects, or an empty one if absent. */
  public List<JsonFields> objectsOrNone(String name) throws JsonFormatException {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode element : has(name) ? list(name) : NONE) {
      if (!element.isObject()) {
        throw wrong(name, "a list of objects");
      }
      objects.add(new JsonFields(element, path + name + "."));
    }
    return objects;
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  public Iterator<String> names() {
    return node.fieldNames();
  }

  private JsonFormatException wrong(String name, String expected) {
    return new JsonFormatException("\"" + path + name + "\" is not " + expected);
  }
}
