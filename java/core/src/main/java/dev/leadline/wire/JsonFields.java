package dev.leadline.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads what {@link JsonObject} writes: fields by name and type; what is missing is named. */
public final class JsonFields {

  private final Fields fields;

  private JsonFields(Fields fields) {
    this.fields = fields;
  }

  /**
   * The fields of a document that is one object, in UTF-8; the stream stays open.
   *
   * @throws JsonFormatException if it is no JSON, or more than one object
   */
  public static JsonFields read(InputStream in) throws IOException, JsonFormatException {
    return new JsonFields(Json.document(in));
  }

  /** Whether there is such a field, and it is not null. */
  public boolean has(String name) {
    return fields.has(name);
  }

  /** A string. */
  public String text(String name) throws JsonFormatException {
    return fields.text(name);
  }

  /** A whole number. */
  public int number(String name) throws JsonFormatException {
    return fields.number(name);
  }

  /** A whole number that may be large. */
  public long longNumber(String name) throws JsonFormatException {
    return fields.longNumber(name);
  }

  /** A list of strings. */
  public List<String> texts(String name) throws JsonFormatException {
    return fields.texts(name);
  }

  /** An object. */
  public JsonFields object(String name) throws JsonFormatException {
    return new JsonFields(fields.object(name));
  }

  /** A list of objects. */
  public List<JsonFields> objects(String name) throws JsonFormatException {
    return fields.objects(name).stream().map(JsonFields::new).toList();
  }
}
