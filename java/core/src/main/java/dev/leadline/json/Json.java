package dev.leadline.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** The one Jackson factory: streams for event records, small trees for the rare ones. */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  public static JsonParser parser(byte[] buffer, int from, int to) throws IOException {
    return FACTORY.createParser(buffer, from, to - from);
  }

  public static JsonFields fields(byte[] buffer, int from, int to)
      throws IOException, JsonFormatException {
    try (JsonParser parser = parser(buffer, from, to)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonFormatException("it is not a JSON object");
      }
      return new JsonFields(object(parser));
    }
  }

  /** A whole document, which is one object. */
  static JsonFields document(InputStream in) throws IOException, JsonFormatException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonFormatException("it is not a JSON object");
      }
      JsonFields fields = new JsonFields(object(parser));
      if (parser.nextToken() != null) {
        throw new JsonFormatException("something follows the JSON object");
      }
      return fields;
    } catch (JsonProcessingException e) {
      throw new JsonFormatException("it is not JSON: " + e.getOriginalMessage());
    }
  }

  /**
   * The value that the parser stands on. An ObjectMapper would do the same, but starting one takes
   * longer than starting the interpreter that waits for us. The parser itself limits how deep
   * values may be nested.
   */
  private static JsonNode value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      object.set(name, value(parser));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? NODES.numberNode(parser.getBigIntegerValue())
        : NODES.numberNode(parser.getLongValue());
  }
}
