package dev.leadline.causes;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What source_facts.py reports about a source file; its comment describes each of them. */
public enum FactKind {
  DEF,
  COROUTINE,
  DOCSTRING_ONLY,
  PASS,
  CONSTANT,
  CONSTANT_TEST,
  JUMP,
  LEAVING,
  WITH,
  WITH_HEADER,
  WITH_TAIL,
  ASYNC_FOR_TAIL,
  EXCEPT_STAR,
  ITERATION,
  AWAIT,
  COMPREHENSION,
  DICT_COMPREHENSION,
  GENERATOR_EXPRESSION,
  BOOLEAN,
  TERNARY,
  ASSERT,
  CHAIN,
  PERCENT,
  FSTRING,
  TARGET,
  DEFAULT,
  WAITED_FOR,
  CALLS,
  PASSES,
  COMPARES,
  MANY,
  DECORATED,
  ANNOTATION,
  BARE_ANNOTATION,
  ANNOTATED_DEF,
  ANNOTATED_CLASS;

  private static final Map<String, FactKind> BY_NAME = new HashMap<>();

  static {
    for (FactKind kind : values()) {
      BY_NAME.put(kind.name().toLowerCase(Locale.ROOT), kind);
    }
  }

  /** The kind that the script calls so; empty for one that this version does not know. */
  static Optional<FactKind> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
