package dev.leadline.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The records that the controller looks out for in the lines themselves, by how they begin. */
public enum RawRecord {
  /** The first of each process. */
  HEADER("{\"record\":\"header\","),
  /** What follows belongs to another process. */
  PROCESS("{\"record\":\"process\",\"process\":"),
  /** The agent's answer to its flush signal. */
  FLUSHED("{\"record\":\"flushed\","),
  /** Anything else. */
  OTHER("");

  private static final RawRecord[] ALL = values();
  private static final int KIND_AT = "{\"record\":\"".length();

  private final byte[] beginning;

  RawRecord(String beginning) {
    this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
  }

  /** What the line between {@code from} and {@code to} is; one byte decides for most. */
  public static RawRecord of(byte[] buffer, int from, int to) {
    for (RawRecord kind : ALL) {
      if (kind == OTHER || kind.begins(buffer, from, to)) {
        return kind;
      }
    }
    return OTHER;
  }

  /** The line that says that what follows belongs to this process, with its newline. */
  public static byte[] process(int number) {
    String line = new String(PROCESS.beginning, StandardCharsets.US_ASCII) + number + "}\n";
    return line.getBytes(StandardCharsets.US_ASCII);
  }

  /** The number that a {@link #PROCESS} line names. */
  public static int numberOf(byte[] buffer, int from, int to) {
    int number = 0;
    for (int i = from + PROCESS.beginning.length; i < to && isDigit(buffer[i]); i++) {
      number = 10 * number + buffer[i] - '0';
    }
    return number;
  }

  private boolean begins(byte[] buffer, int from, int to) {
    return to - from >= beginning.length
        && buffer[from + KIND_AT] == beginning[KIND_AT]
        && Arrays.equals(buffer, from, from + beginning.length, beginning, 0, beginning.length);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
