package dev.leadline.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An event as both the oracle and the flat form of a trace have it.
 *
 * @param lineno null where CPython says None
 * @param exception class name of an exception event, else null
 */
record OracleEvent(
    String event,
    int depth,
    String file,
    String function,
    int firstlineno,
    Integer lineno,
    String exception) {

  private static final ObjectReader JSON = new ObjectMapper().reader();

  /** As the raw recorder wrote it: a list. */
  static OracleEvent recorded(JsonNode node) {
    return new OracleEvent(
        node.get(0).asText(),
        node.get(1).intValue(),
        node.get(2).asText(),
        node.get(3).asText(),
        node.get(4).intValue(),
        number(node.get(5)),
        node.get(6).isNull() ? null : node.get(6).asText());
  }

  /** As {@code --format ndjson} wrote it: an object. */
  static OracleEvent traced(JsonNode node) {
    return new OracleEvent(
        node.get("event").asText(),
        node.get("depth").intValue(),
        node.get("file").asText(),
        node.get("function").asText(),
        node.get("firstlineno").intValue(),
        number(node.get("lineno")),
        node.path("exception").path("type").textValue());
  }

  /** Reads one JSON value a line. */
  static <T> List<T> read(Path file, Function<JsonNode, T> decode) {
    List<T> events = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(decode.apply(JSON.readTree(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  private static Integer number(JsonNode node) {
    return node.isNull() ? null : node.intValue();
  }

  @Override
  public String toString() {
    return String.format(
        "%-9s depth %d  %s:%s in %s (from %d) %s",
        event, depth, file, lineno, function, firstlineno, exception == null ? "" : exception);
  }
}
