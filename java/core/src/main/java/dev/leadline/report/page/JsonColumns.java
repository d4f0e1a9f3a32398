package dev.leadline.report.page;

import dev.leadline.json.JsonText;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Writes an object whose values are lists: one list for each column of a table. */
public final class JsonColumns {

  private static final int BUFFER = 1 << 14;

  private final Writer out;
  private final StringBuilder text = new StringBuilder();
  private String separator = "{";

  /** Writes to {@code out}, which stays open. */
  public JsonColumns(Writer out) {
    this.out = out;
  }

  /** A column of whole numbers. */
  public JsonColumns numbers(String key, LongStream values) throws IOException {
    begin(key);
    String between = "";
    for (Iterator<Long> each = values.iterator(); each.hasNext(); ) {
      text.append(between).append(each.next().longValue());
      between = ",";
      pour();
    }
    return end();
  }

  /** A column of strings. */
  public JsonColumns texts(String key, Stream<String> values) throws IOException {
    begin(key);
    String between = "";
    for (Iterator<String> each = values.iterator(); each.hasNext(); ) {
      JsonText.ascii(each.next(), text.append(between));
      between = ",";
      pour();
    }
    return end();
  }

  /** Ends the object. */
  public void close() throws IOException {
    out.append(text.append('}'));
    text.setLength(0);
  }

  private void begin(String key) {
    text.append(separator).append('"').append(key).append("\":[");
    separator = ",\n";
  }

  private JsonColumns end() throws IOException {
    text.append(']');
    pour();
    return this;
  }

  private void pour() throws IOException {
    if (text.length() > BUFFER) {
      out.append(text);
      text.setLength(0);
    }
  }
}
