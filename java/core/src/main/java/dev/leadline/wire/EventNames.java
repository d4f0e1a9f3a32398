package dev.leadline.wire;

import java.util.Arrays;

/** Finds the kind of an event from characters, without making a string of them. */
final class EventNames {

  private final WireEvent[] kinds = WireEvent.values();
  private final char[][] names =
      Arrays.stream(kinds).map(kind -> kind.wireName().toCharArray()).toArray(char[][]::new);

  WireEvent find(char[] text, int from, int length) throws MalformedRecordException {
    for (int i = 0; i < names.length; i++) {
      if (Arrays.equals(names[i], 0, names[i].length, text, from, from + length)) {
        return kinds[i];
      }
    }
    throw new MalformedRecordException(
        "there is no event \"" + new String(text, from, Math.min(length, 40)) + "\"");
  }
}
