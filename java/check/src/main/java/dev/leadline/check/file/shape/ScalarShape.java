package dev.leadline.check.file.shape;

import dev.leadline.check.file.node.Node;
import dev.leadline.check.file.node.Node.Meaning;
import dev.leadline.check.file.node.Node.Scalar;
import dev.leadline.json.JsonObject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A single value, as the text that was written.
 *
 * @param meanings what it may be
 * @param words which texts it may be; any where empty
 */
public record ScalarShape(String wants, Set<Meaning> meanings, Set<String> words)
    implements Shape<String> {

  /** Any text. A number or a truth value is taken as it is written. */
  public static final ScalarShape TEXT =
      new ScalarShape(
          "a text", EnumSet.of(Meaning.STRING, Meaning.NUMBER, Meaning.BOOLEAN), Set.of());

  /** A text that is no number. */
  static final ScalarShape STRING = new ScalarShape("a text", EnumSet.of(Meaning.STRING), Set.of());

  /** A number. */
  static final ScalarShape NUMBER =
      new ScalarShape("a number", EnumSet.of(Meaning.NUMBER), Set.of());

  /** True or false. */
  public static final Shape<Boolean> FLAG =
      new ScalarShape("true or false", EnumSet.of(Meaning.BOOLEAN), Set.of())
          .to(text -> Boolean.valueOf(text.toLowerCase(Locale.ROOT)));

  /** Nothing: {@code null}, {@code ~}, or no value behind the colon. */
  public static final ScalarShape NOTHING =
      new ScalarShape("null", EnumSet.of(Meaning.NOTHING), Set.of());

  private static final Map<Meaning, String> TYPES =
      Map.of(
          Meaning.STRING, "string",
          Meaning.NUMBER, "number",
          Meaning.BOOLEAN, "boolean",
          Meaning.NOTHING, "null");

  public ScalarShape {
    meanings = EnumSet.copyOf(meanings);
  }

  /** One of several words. */
  public static ScalarShape word(String... words) {
    return new ScalarShape(
        String.join(" or ", words),
        EnumSet.of(Meaning.STRING),
        new LinkedHashSet<>(Arrays.asList(words)));
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof Scalar scalar
        && meanings.contains(scalar.meaning())
        && (words.isEmpty() || words.contains(scalar.text()));
  }

  @Override
  public Optional<String> read(Cursor cursor) {
    return Optional.of(((Scalar) cursor.node()).text());
  }

  @Override
  public JsonObject schema() {
    if (!words.isEmpty()) {
      return new JsonObject().texts("enum", words);
    }
    if (meanings.size() == 1) {
      return new JsonObject().text("type", TYPES.get(meanings.iterator().next()));
    }
    return new JsonObject()
        .texts("type", meanings.stream().map(TYPES::get).collect(Collectors.toList()));
  }
}
