package dev.leadline.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/** The one Jackson factory: streams for event records, small trees for the rare ones. */
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectReader TREES = new ObjectMapper().readerFor(JsonNode.class);

  private Json() {}

  static JsonParser parser(byte[] buffer, int from, int to) throws IOException {
    return FACTORY.createParser(buffer, from, to - from);
  }

  static Fields fields(byte[] buffer, int from, int to)
      throws IOException, MalformedRecordException {
    JsonNode node = TREES.readTree(buffer, from, to - from);
    if (node == null || !node.isObject()) {
      throw new MalformedRecordException("it is not a JSON object");
    }
    return new Fields(node);
  }
}
