package dev.leadline.json;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes one JSON object in ASCII, its keys in the order in which they are given. */
public final class JsonObject {

  private final StringBuilder out = new StringBuilder("{");

  /** A string. */
  public JsonObject text(String key, String value) {
    JsonText.ascii(value, key(key));
    return this;
  }

  /** A string, or null. */
  public JsonObject text(String key, Optional<String> value) {
    if (value.isPresent()) {
      return text(key, value.get());
    }
    return nothing(key);
  }

  /** A whole number. */
  public JsonObject number(String key, long value) {
    key(key).append(value);
    return this;
  }

  /** A whole number, or null. */
  public JsonObject number(String key, OptionalLong value) {
    if (value.isPresent()) {
      return number(key, value.getAsLong());
    }
    return nothing(key);
  }

  /** True or false. */
  public JsonObject flag(String key, boolean value) {
    key(key).append(value);
    return this;
  }

  /** An object. */
  public JsonObject object(String key, JsonObject value) {
    key(key).append(value.toJson());
    return this;
  }

  /** An object, or null. */
  public JsonObject object(String key, Optional<JsonObject> value) {
    if (value.isPresent()) {
      return object(key, value.get());
    }
    return nothing(key);
  }

  /** A list of objects. */
  public JsonObject objects(String key, Collection<JsonObject> values) {
    StringBuilder list = key(key).append('[');
    String separator = "";
    for (JsonObject value : values) {
      list.append(separator).append(value.toJson());
      separator = ",";
    }
    list.append(']');
    return this;
  }

  /** A list of strings. */
  public JsonObject texts(String key, Collection<String> values) {
    StringBuilder list = key(key).append('[');
    String separator = "";
    for (String value : values) {
      JsonText.ascii(value, list.append(separator));
      separator = ",";
    }
    list.append(']');
    return this;
  }

  /** A list of what is JSON already, with its commas. */
  public JsonObject list(String key, CharSequence elements) {
    key(key).append('[').append(elements).append(']');
    return this;
  }

  /** The object, on one line. */
  public String toJson() {
    return out + "}";
  }

  private JsonObject nothing(String key) {
    key(key).append("null");
    return this;
  }

  private StringBuilder key(String key) {
    if (out.length() > 1) {
      out.append(',');
    }
    JsonText.ascii(key, out);
    return out.append(':');
  }
}
