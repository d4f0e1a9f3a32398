package dev.leadline.check.file.shape;

import dev.leadline.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which keys of a mapping must be given.
 *
 * @param all each of these
 * @param one exactly one of these, unless there are none
 * @param least how many in all
 */
public record Needs(List<String> all, List<String> one, int least) {

  public static final Needs NOTHING = new Needs(List.of(), List.of(), 0);

  public Needs {
    all = List.copyOf(all);
    one = List.copyOf(one);
  }

  public static Needs all(String... keys) {
    return new Needs(List.of(keys), List.of(), 0);
  }

  public static Needs exactlyOne(String... keys) {
    return new Needs(List.of(), List.of(keys), 0);
  }

  public static Needs any() {
    return new Needs(List.of(), List.of(), 1);
  }

  /** Whether they are given; what is missing is noted. */
  boolean met(Cursor cursor, Set<String> given) {
    List<String> missing = new ArrayList<>(all);
    missing.removeAll(given);
    if (!missing.isEmpty()) {
      String verb = missing.size() == 1 ? " is" : " are";
      cursor.wrong("'" + String.join("' and '", missing) + "'" + verb + " missing");
    }
    List<String> chosen = new ArrayList<>(one);
    chosen.retainAll(given);
    boolean choice = one.isEmpty() || chosen.size() == 1;
    if (!choice) {
      cursor.wrong(
          "wants exactly one of "
              + String.join(", ", one)
              + "; it has "
              + (chosen.isEmpty() ? "none" : String.join(", ", chosen)));
    }
    boolean enough = given.size() >= least;
    if (!enough) {
      cursor.wrong("wants one key or more, not an empty mapping");
    }
    return missing.isEmpty() && choice && enough;
  }

  /** The same, for a schema. */
  JsonObject say(JsonObject schema) {
    if (!all.isEmpty()) {
      schema.texts("required", all);
    }
    if (!one.isEmpty()) {
      schema.objects(
          "oneOf",
          one.stream().map(key -> new JsonObject().texts("required", List.of(key))).toList());
    }
    return least == 0 ? schema : schema.number("minProperties", least);
  }
}
