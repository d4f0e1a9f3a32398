package dev.leadline.report.html;

import java.util.LinkedHashMap;
import java.util.Map;

/** Exceptions by where they were raised and where they were caught. */
final class ExceptionGroups {

  /** Groups of a page. */
  private static final int MOST = 1_000;

  /** Stands for an exception that left all recorded frames. */
  static final int NOWHERE = -1;

  /**
   * What the exceptions of a group have in common. Functions are numbers, {@link #NOWHERE} where it
   * was not caught in a recorded frame.
   */
  record Group(String type, int raisedIn, int raisedLine, int caughtIn, int caughtLine) {}

  /** How often, with the first message, and the most frames that one went through. */
  static final class Counted {
    private final String message;
    private long count;
    private int frames;
    private boolean varied;

    private Counted(String message) {
      this.message = message;
    }

    String message() {
      return message;
    }

    long count() {
      return count;
    }

    int frames() {
      return frames;
    }

    /** Whether others of the group have another message. */
    boolean varied() {
      return varied;
    }
  }

  private final Map<Group, Counted> groups = new LinkedHashMap<>();
  private long more;

  /** One exception on its way through the frames of a stack. */
  final class Raised {
    private final String type;
    private final String message;
    private final int raisedIn;
    private final int raisedLine;
    private int frames = 1;
    private int in;
    private int handledLine = NOWHERE;

    Raised(String type, String message, int function, int lineno) {
      this.type = type;
      this.message = message;
      this.raisedIn = function;
      this.raisedLine = lineno;
      this.in = function;
    }

    boolean is(String otherType, String otherMessage) {
      return type.equals(otherType) && message.equals(otherMessage);
    }

    /** It came up into the caller. */
    void cameUpInto(int function) {
      frames++;
      in = function;
      handledLine = NOWHERE;
    }

    /** The frame that it is in goes on at a line: a handler, or what runs in any case. */
    void handledAt(int lineno) {
      if (handledLine == NOWHERE) {
        handledLine = lineno;
      }
    }

    /** It is over: caught where a handler was entered last, or gone from the recorded frames. */
    void over() {
      boolean caught = handledLine != NOWHERE;
      count(new Group(type, raisedIn, raisedLine, caught ? in : NOWHERE, handledLine), this);
    }
  }

  private void count(Group group, Raised raised) {
    Counted counted = groups.get(group);
    if (counted == null) {
      if (groups.size() == MOST) {
        more++;
        return;
      }
      counted = new Counted(raised.message);
      groups.put(group, counted);
    }
    counted.count++;
    counted.varied |= !counted.message.equals(raised.message);
    counted.frames = Math.max(counted.frames, raised.frames);
  }

  Map<Group, Counted> groups() {
    return groups;
  }

  /** Exceptions that found no place. */
  long more() {
    return more;
  }
}
