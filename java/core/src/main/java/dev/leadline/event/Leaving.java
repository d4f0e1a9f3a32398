package dev.leadline.event;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A process is about to end, and will not be able to say so afterwards.
 *
 * @param how what ends it
 * @param detail the file that it becomes, the status that it exits with, or nothing
 */
public record Leaving(How how, String detail) {

  /** The ways in which a process leaves at once. */
  public enum How {
    /** {@code os.exec*}: another program takes its place. */
    EXEC("exec"),
    /** {@code os._exit}. */
    EXIT("_exit"),
    /** {@code os.abort}. */
    ABORT("abort");

    private final String wireName;

    How(String wireName) {
      this.wireName = wireName;
    }

    /** The name as the wire writes it. */
    public String wireName() {
      return wireName;
    }
  }

  public Leaving {
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(detail, "detail");
  }

  /** What became of the process if that was the last of it. */
  public String sentence() {
    return switch (how) {
      case EXEC -> "became " + (detail.isEmpty() ? "another program" : detail) + " by exec";
      case EXIT -> "left by os._exit";
      case ABORT -> "aborted";
    };
  }

  /** The exit status, where that is what the process said. */
  public OptionalInt status() {
    boolean told = how == How.EXIT && detail.matches("-?\\d{1,9}");
    return told ? OptionalInt.of(Integer.parseInt(detail) & 0xff) : OptionalInt.empty();
  }
}
