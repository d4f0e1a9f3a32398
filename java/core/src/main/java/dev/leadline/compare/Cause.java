package dev.leadline.compare;

import java.util.Objects;

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
    /** A known difference between interpreters, recognised by evidence in both executions. */
    CATALOGUE
  }

  public Cause {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(why, "why");
  }
}
