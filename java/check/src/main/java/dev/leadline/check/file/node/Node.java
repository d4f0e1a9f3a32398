package dev.leadline.check.file.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a check file, with its place. An anchored one may stand in several places at once. */
public sealed interface Node {

  /** Where it begins. */
  Mark mark();

  /** How many values it holds, itself included, with all that aliases repeat. */
  long size();

  /** How a person would call it, in a sentence that says what was found. */
  String called();

  /** What a plain scalar means; one in quotes is always a string. */
  enum Meaning {
    STRING,
    NUMBER,
    BOOLEAN,
    NOTHING
  }

  /**
   * A single value.
   *
   * @param text as it is written, so that {@code 3.10} keeps its zero
   */
  record Scalar(Mark mark, Meaning meaning, String text) implements Node {

    private static final int SHOWN = 60;

    @Override
    public long size() {
      return 1;
    }

    @Override
    public String called() {
      return switch (meaning) {
        case NOTHING -> "nothing";
        case NUMBER, BOOLEAN -> text;
        case STRING ->
            "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + '"';
      };
    }
  }

  /** Values in an order. */
  record Sequence(Mark mark, List<Node> elements, long size) implements Node {

    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public String called() {
      return "a list";
    }
  }

  /** Values by name, in the order of the file. */
  record Mapping(Mark mark, Map<String, Entry> entries, long size) implements Node {

    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String called() {
      return "a mapping";
    }
  }

  /**
   * A value of a mapping.
   *
   * @param key where its key begins
   */
  record Entry(Mark key, Node value) {}
}
