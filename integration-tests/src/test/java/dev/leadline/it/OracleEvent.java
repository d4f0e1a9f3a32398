package dev.leadline.it;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
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

  private static final ObjectReader JSON =
      new ObjectMapper().reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** As the raw recorder writes it: a list, with the stack that the event happened on. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({
    "event",
    "depth",
    "file",
    "function",
    "firstlineno",
    "lineno",
    "exception",
    "process",
    "stack"
  })
  record Recorded(
      String event,
      int depth,
      String file,
      String function,
      int firstlineno,
      Integer lineno,
      String exception,
      long process,
      int stack) {

    OracleEvent asEvent() {
      return new OracleEvent(event, depth, file, function, firstlineno, lineno, exception);
    }
  }

  /** As {@code --format ndjson} writes it: an object, of which this is what the oracle has, too. */
  record Traced(
      String event,
      int depth,
      String file,
      String function,
      int firstlineno,
      Integer lineno,
      Raised exception,
      long process,
      int thread) {

    record Raised(String type) {}

    OracleEvent asEvent() {
      String raised = exception == null ? null : exception.type();
      return new OracleEvent(event, depth, file, function, firstlineno, lineno, raised);
    }
  }

  /** Reads the JSON values of a file, one behind the other. */
  static <T> List<T> read(Path file, Class<T> type) {
    ObjectReader reader = JSON.forType(type);
    List<T> values = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(bytes)) {
      while (parser.nextToken() != null) {
        values.add(reader.readValue(parser));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  @Override
  public String toString() {
    return String.format(
        "%-9s depth %d  %s:%s in %s (from %d) %s",
        event, depth, file, lineno, function, firstlineno, exception == null ? "" : exception);
  }
}
