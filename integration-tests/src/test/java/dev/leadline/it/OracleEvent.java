package dev.leadline.it;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as both the oracle and the flat form of a trace have it: a list of these components, or
 * an object that has them and more.
 *
 * @param lineno null where CPython says None
 * @param exception the class of an exception event, else null
 * @param thread the stack that it happened on, of its process
 */
record OracleEvent(
    String event,
    int depth,
    String file,
    String function,
    int firstlineno,
    Integer lineno,
    Raised exception,
    long process,
    int thread) {

  private static final ObjectReader OBJECTS =
      new ObjectMapper().reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final ObjectReader LISTS = lists();

  /** The class of an exception: its name, or an object with that. */
  record Raised(String type) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Raised {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Raised named(String type) {
      return new Raised(type);
    }
  }

  private static ObjectReader lists() {
    ObjectMapper mapper = new ObjectMapper();
    mapper
        .configOverride(OracleEvent.class)
        .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY));
    return mapper.reader();
  }

  /** What the raw recorder wrote. */
  static List<OracleEvent> recorded(Path file) {
    return read(file, LISTS.forType(OracleEvent.class));
  }

  /** What {@code --format ndjson} wrote. */
  static List<OracleEvent> traced(Path file) {
    return read(file, OBJECTS.forType(OracleEvent.class));
  }

  /** The JSON values of a file, one behind the other. */
  static List<JsonNode> values(Path file) {
    return read(file, OBJECTS.forType(JsonNode.class));
  }

  private static <T> List<T> read(Path file, ObjectReader reader) {
    List<T> values = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser parser = reader.createParser(bytes)) {
      while (parser.nextToken() != null) {
        values.add(reader.readValue(parser));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  /** The same, to be compared with events of another run, whose stacks have other numbers. */
  OracleEvent onAnyStack() {
    return new OracleEvent(event, depth, file, function, firstlineno, lineno, exception, 0, 0);
  }

  /** The same at another depth of a file by another name. */
  OracleEvent at(int otherDepth, String otherFile) {
    return new OracleEvent(
        event, otherDepth, otherFile, function, firstlineno, lineno, exception, process, thread);
  }

  @Override
  public String toString() {
    return String.format(
        "%-9s depth %d  %s:%s in %s (from %d) %s",
        event, depth, file, lineno, function, firstlineno, exception == null ? "" : exception.type);
  }
}
