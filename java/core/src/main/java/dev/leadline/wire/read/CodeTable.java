package dev.leadline.wire.read;

import dev.leadline.json.JsonFormatException;
import dev.leadline.wire.KnownCode;
import java.util.Arrays;

/** The code objects of a trace by their numbers, which come in order of first sight. */
final class CodeTable {

  /** How far ahead of the others a number may be, so that a wild one does not cost memory. */
  private static final int SLACK = 1 << 16;

  private KnownCode[] codes = new KnownCode[16];
  private int top;

  void add(KnownCode known) throws JsonFormatException {
    int id = known.code().id();
    if (id < 0 || id > top + SLACK) {
      throw new JsonFormatException("code number " + id + " is out of order");
    }
    if (id >= codes.length) {
      codes = Arrays.copyOf(codes, Math.max(id + 1, 2 * codes.length));
    }
    codes[id] = known;
    top = Math.max(top, id);
  }

  KnownCode get(int id) throws JsonFormatException {
    KnownCode known = id >= 0 && id < codes.length ? codes[id] : null;
    if (known == null) {
      throw new JsonFormatException("code " + id + " was not announced");
    }
    return known;
  }
}
