package dev.leadline.outputs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of an output of any length: its beginning is masked and compared as a text, the rest by
 * a number.
 */
final class MaskedLine {

  /** Bytes whose names and addresses are masked. */
  static final int MASKED = 1 << 13;

  private static final int SHOWN = 400;

  private final byte[] head;
  private final long length;
  private final long tail;
  private final OutputMask mask;
  private final long number;
  private String masked;

  /**
   * A line.
   *
   * @param number from 1
   * @param head its first bytes, all of a line that has no more than {@link #MASKED}
   * @param length its bytes
   * @param tail a hash of the bytes behind the head, and of whether a newline ends it
   */
  MaskedLine(long number, byte[] head, long length, long tail, OutputMask mask) {
    this.number = number;
    this.head = head;
    this.length = length;
    this.tail = tail;
    this.mask = mask;
  }

  long number() {
    return number;
  }

  /** Whether both are the same, either as they are or as masked. */
  boolean sameAs(MaskedLine other) {
    if (tail != other.tail) {
      return false;
    }
    return length == other.length && Arrays.equals(head, other.head)
        || masked().hashCode() == other.masked().hashCode() && masked().equals(other.masked());
  }

  /** The marks below the source in a traceback of 3.11 and later: {@code ~~~~^^^^}. */
  boolean isOfCarets() {
    boolean marks = false;
    for (byte each : head) {
      if (each == '^' || each == '~') {
        marks = true;
      } else if (each != ' ' && each != '\r') {
        return false;
      }
    }
    return marks && head[0] == ' ';
  }

  /** The line for people. */
  String text() {
    boolean cut = length > SHOWN;
    String text = new String(head, 0, Math.min(head.length, SHOWN), StandardCharsets.UTF_8);
    return cut ? text + "..." : text;
  }

  private String masked() {
    if (masked == null) {
      masked = mask.apply(new String(head, StandardCharsets.ISO_8859_1));
    }
    return masked;
  }
}
