package dev.leadline.launch.streams;

import java.util.Arrays;

/** Cuts what comes from one stream behind its newlines, so that lines of several do not mix. */
public final class WholeLines {

  /** No record is as long as this; a stream without newlines must not fill the memory. */
  private static final int LONGEST = 16 << 20;

  private static final byte[] NOTHING = {};

  private byte[] held = NOTHING;

  /** The lines that are whole now that these bytes have come; the rest waits for more. */
  public byte[] add(byte[] bytes, int count) {
    int end = count;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if (end == 0) {
      held = joined(bytes, 0, count);
      return held.length > LONGEST ? rest() : NOTHING;
    }
    byte[] whole = joined(bytes, 0, end);
    held = Arrays.copyOfRange(bytes, end, count);
    return whole;
  }

  /** The last line, completed where its writer did not; empty if there is no such line. */
  public byte[] rest() {
    byte[] rest = held.length == 0 ? NOTHING : joined(new byte[] {'\n'}, 0, 1);
    held = NOTHING;
    return rest;
  }

  private byte[] joined(byte[] bytes, int from, int to) {
    byte[] both = Arrays.copyOf(held, held.length + to - from);
    System.arraycopy(bytes, from, both, held.length, to - from);
    return both;
  }
}
