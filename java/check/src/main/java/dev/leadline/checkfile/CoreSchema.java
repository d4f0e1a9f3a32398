package dev.leadline.checkfile;

import dev.leadline.checkfile.Node.Meaning;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * What scalars mean by the core schema of YAML 1.2 (section 10.3.2), where {@code yes} is a text
 * and {@code 017} is seventeen. The parser's own meanings are those of YAML 1.1.
 */
final class CoreSchema {

  private static final String TAGS = "tag:yaml.org,2002:";

  private static final Map<String, Meaning> TAGGED =
      Map.of(
          TAGS + "null", Meaning.NOTHING,
          TAGS + "bool", Meaning.BOOLEAN,
          TAGS + "int", Meaning.NUMBER,
          TAGS + "float", Meaning.NUMBER);

  private static final Map<Meaning, Pattern> PLAIN =
      Map.of(
          Meaning.NOTHING, Pattern.compile("~|null|Null|NULL|"),
          Meaning.BOOLEAN, Pattern.compile("true|True|TRUE|false|False|FALSE"),
          Meaning.NUMBER,
              Pattern.compile(
                  "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
                      + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"));

  /** How a plain scalar begins that may be other than a string. */
  private static final String OTHERS_BEGIN = "~nNtTfF+-.0123456789";

  private CoreSchema() {}

  /** That of its tag, if it has one; else only a plain one can be other than a string. */
  static Meaning meaning(ScalarEvent scalar) {
    if (scalar.getTag() != null) {
      return TAGGED.getOrDefault(scalar.getTag(), Meaning.STRING);
    }
    return scalar.isPlain() ? plain(scalar.getValue()) : Meaning.STRING;
  }

  private static Meaning plain(String text) {
    if (text.isEmpty() || OTHERS_BEGIN.indexOf(text.charAt(0)) >= 0) {
      for (Map.Entry<Meaning, Pattern> entry : PLAIN.entrySet()) {
        if (entry.getValue().matcher(text).matches()) {
          return entry.getKey();
        }
      }
    }
    return Meaning.STRING;
  }
}
