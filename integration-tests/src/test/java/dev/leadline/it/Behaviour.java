package dev.leadline.it;

import dev.leadline.it.Interpreters.Version;
import java.util.Locale;
import java.util.function.Predicate;

/** Where versions of CPython differ, by name; expectations in the programs refer to them. */
enum Behaviour {
  /** PEP 709: list, dict and set comprehensions have no frame of their own. */
  INLINED_COMPREHENSIONS(version -> version.atLeast("3.12")),

  /** bpo-31241: a comprehension's first line was that of its element, not of its bracket. */
  COMPREHENSION_STARTS_INSIDE(version -> !version.atLeast("3.8")),

  /** gh-100762: closing a generator that never started ran its frame, which CPython reported. */
  UNSTARTED_CLOSE_IS_A_CALL(version -> !version.atLeast("3.12")),

  /** After a RecursionError the tracer is back before a recorded frame is left. */
  TRACER_COMES_BACK(version -> version.atLeast("3.12")),

  /** Up to 3.9, what was thrown through a generator found a stack that ended at it. */
  DETACHED_THROW(version -> !version.atLeast("3.10")),

  /** bpo-1230540: threading.excepthook is asked about an uncaught exception. */
  THREAD_EXCEPTHOOK(version -> version.atLeast("3.8")),

  /** bpo-36829: sys.unraisablehook is asked about an exception that cannot be passed on. */
  UNRAISABLE_HOOK(version -> version.atLeast("3.8")),

  /** PEP 649: annotations are computed by a function of their own when they are read. */
  LAZY_ANNOTATIONS(version -> version.atLeast("3.14"));

  private final Predicate<Version> shownBy;

  Behaviour(Predicate<Version> shownBy) {
    this.shownBy = shownBy;
  }

  /** Whether {@code name}, or {@code !name}, is true of a version. */
  static boolean holds(String name, Version version) {
    boolean negated = name.startsWith("!");
    String plain = negated ? name.substring(1) : name;
    return valueOf(plain.toUpperCase(Locale.ROOT)).shownBy.test(version) != negated;
  }
}
