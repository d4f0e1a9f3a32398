package dev.leadline.report;

import dev.leadline.wire.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Stream;

/** Lists of objects in a larger one, which is written as it comes. */
final class JsonLines {

  private JsonLines() {}

  /** Writes one more key of an object, with a list: one element on each line. */
  static void list(Writer out, String key, Stream<JsonObject> objects) throws IOException {
    out.write(",\n\"" + key + "\":[");
    String separator = "\n";
    for (JsonObject object : (Iterable<JsonObject>) objects::iterator) {
      out.write(separator);
      out.write(object.toJson());
      separator = ",\n";
    }
    out.write("]");
  }
}
