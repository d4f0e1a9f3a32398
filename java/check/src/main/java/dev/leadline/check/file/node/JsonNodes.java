package dev.leadline.check.file.node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.leadline.check.file.node.Node.Entry;
import dev.leadline.check.file.node.Node.Mapping;
import dev.leadline.check.file.node.Node.Meaning;
import dev.leadline.check.file.node.Node.Scalar;
import dev.leadline.check.file.node.Node.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON into the nodes that {@link NodeReader} makes of it, and sooner: a file of a hundred
 * runs was written by a program, mostly as JSON, and while the JVM is new the parser of YAML takes
 * three times as long. Whatever is not taken here is left to that, which says what is wrong.
 */
final class JsonNodes {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Too deep, too large, or a key twice. */
  private static final class NotTaken extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final JsonParser parser;
  private int depth;

  private JsonNodes(JsonParser parser) {
    this.parser = parser;
  }

  /** The object in the text; empty if the text is no JSON object, or is not for this reader. */
  static Optional<Node> read(String text) {
    boolean places = text.codePointCount(0, text.length()) == text.length(); // Jackson counts chars
    if (!places || !text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      Node node = new JsonNodes(parser).node();
      return parser.nextToken() == null ? Optional.of(node) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What the current token begins. */
  private Node node() throws IOException {
    JsonToken token = parser.currentToken();
    if (!token.isStructStart()) {
      return new Scalar(mark(), meaning(token), parser.getText());
    }
    if (depth == NodeReader.DEEPEST) {
      throw new NotTaken();
    }
    depth++;
    Node node = token == JsonToken.START_OBJECT ? mapping(mark()) : sequence(mark());
    depth--;
    return node;
  }

  private Mapping mapping(Mark mark) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    long size = 1;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Mark key = mark();
      parser.nextToken();
      Node value = node();
      size += value.size();
      if (size > NodeReader.LARGEST || entries.putIfAbsent(name, new Entry(key, value)) != null) {
        throw new NotTaken();
      }
    }
    return new Mapping(mark, entries, size);
  }

  private Sequence sequence(Mark mark) throws IOException {
    List<Node> elements = new ArrayList<>();
    long size = 1;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Node element = node();
      elements.add(element);
      size += element.size();
    }
    if (size > NodeReader.LARGEST) {
      throw new NotTaken();
    }
    return new Sequence(mark, elements, size);
  }

  private Mark mark() {
    JsonLocation start = parser.currentTokenLocation();
    return new Mark(start.getLineNr(), start.getColumnNr());
  }

  private static Meaning meaning(JsonToken token) {
    if (token.isNumeric()) {
      return Meaning.NUMBER;
    }
    if (token.isBoolean()) {
      return Meaning.BOOLEAN;
    }
    return token == JsonToken.VALUE_NULL ? Meaning.NOTHING : Meaning.STRING;
  }
}
