package dev.leadline.compare;

import java.util.Objects;
import java.util.Set;

/**
 * Why two executions differ in one point.
 *
 * @param id short stable name: {@code pep-626-lines}, {@code program}
 * @param category whose doing it is
 * @param title one clause for a person
 * @param source where it is written down: a PEP, an issue, a page of the documentation; may be
 *     empty
 * @param why one sentence: the evidence by which it was recognised
 */
public record Cause(String id, Category category, String title, String source, String why) {

  /** Whose doing a difference is; the order is that of the reports. */
  public enum Category {
    /** The program itself went another way. */
    PROGRAM,
    /** No entry of the catalogue explains it, and nothing says that the program did it. */
    UNEXPLAINED,
    /** It differs between two runs of one interpreter, too: order of threads, addresses, time. */
    UNSTABLE,
    /** The interpreters' runtime or library did it: the program's own statements did the same. */
    RUNTIME,
    /** The same statements ran in the same order, and the compilers report them otherwise. */
    COMPILER;

    /** What two interpreters do otherwise while the program does the same. */
    public static final Set<Category> OF_INTERPRETERS = Set.of(RUNTIME, COMPILER);

    /** Whether it is the interpreters' doing. */
    public boolean isOfInterpreters() {
      return OF_INTERPRETERS.contains(this);
    }
  }

  public Cause {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(why, "why");
  }
}
