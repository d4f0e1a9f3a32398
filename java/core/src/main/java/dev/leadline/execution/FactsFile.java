package dev.leadline.execution;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What activations have besides their record: lines, exceptions, helpers. Most activations of a
 * function do the same, so that what was written lately is not written again.
 */
final class FactsFile implements Closeable {

  private static final int REMEMBERED = 1 << 16;

  /** A piece begins with the place of the one before. */
  private static final int PIECE_HEADER = Long.BYTES;

  /** What one activation has. */
  record Facts(
      int depthStep,
      long lineOrder,
      long exits,
      SortedMap<Integer, Long> lines,
      long exceptionCount,
      List<SeenException> exceptions,
      Map<String, Long> helpers,
      LineSequence sequence) {}

  private final SpillFile file;
  private final SharedTexts types = new SharedTexts("(other)");
  private final SharedTexts messages = new SharedTexts("");
  private final Map<Long, Long> known = new HashMap<>();
  private int[] words = new int[64];
  private int length;
  private long end;

  FactsFile(Path directory) {
    this.file = SpillFile.in(directory);
  }

  /** Writes what is known of an activation; where it stands. */
  long add(OpenActivation open) throws IOException {
    length = 0;
    number(open.depthStep);
    number(open.lineOrder);
    number(open.exits);
    number(open.lines.size());
    for (int line : open.lines.sorted()) {
      number(line);
      number(open.lines.count(line));
    }
    number(open.exceptionCount);
    number(open.exceptions.size());
    for (SeenException seen : open.exceptions) {
      number(types.number(seen.type()));
      number(seen.lineno());
      number(messages.number(seen.message()));
      number(seen.calls());
    }
    number(open.helpers.size());
    for (Map.Entry<String, Long> helper : open.helpers.entrySet()) {
      number(types.number(helper.getKey()));
      number(helper.getValue());
    }
    addOrder(open.order);
    return put();
  }

  private void addOrder(LineOrder order) {
    number(order.pieces());
    number(order.lastPiece());
    number(order.size());
    for (int i = 0; i < order.size(); i++) {
      number(order.get(i));
    }
  }

  /** Writes a piece of an activation's lines behind the one before; where it stands. */
  long addPiece(long before, int[] lines) throws IOException {
    long at = end;
    end += PIECE_HEADER + 4L * lines.length;
    file.grow(end);
    file.putInt(at, (int) (before >>> 32));
    file.putInt(at + 4, (int) before);
    for (int i = 0; i < lines.length; i++) {
      file.putInt(at + PIECE_HEADER + 4L * i, lines[i]);
    }
    return at;
  }

  /** Where the piece before this one stands. */
  long pieceBefore(long at) {
    return wide(at);
  }

  int pieceLine(long at, int index) {
    return file.getInt(at + PIECE_HEADER + 4L * index);
  }

  int line(long at, int index) {
    return file.getInt(at + 4L * index);
  }

  /** The number of an exception's type. */
  int type(String type) {
    return types.number(type);
  }

  String type(int number) {
    return types.text(number);
  }

  Facts read(long at) {
    long next = at + Integer.BYTES;
    int depthStep = file.getInt(next);
    long lineOrder = wide(next + 4);
    long exits = wide(next + 12);
    int lineCount = file.getInt(next + 20);
    next += 24;
    SortedMap<Integer, Long> lines = new TreeMap<>();
    for (int i = 0; i < lineCount; i++, next += 12) {
      lines.put(file.getInt(next), wide(next + 4));
    }
    long exceptionCount = wide(next);
    int kept = file.getInt(next + 8);
    next += 12;
    List<SeenException> exceptions = new ArrayList<>(kept);
    for (int i = 0; i < kept; i++, next += 16) {
      String type = types.text(file.getInt(next));
      String message = messages.text(file.getInt(next + 8));
      exceptions.add(
          new SeenException(type, file.getInt(next + 4), message, file.getInt(next + 12)));
    }
    int helperCount = file.getInt(next);
    next += 4;
    Map<String, Long> helpers = new HashMap<>();
    for (int i = 0; i < helperCount; i++, next += 12) {
      helpers.put(types.text(file.getInt(next)), wide(next + 4));
    }
    LineSequence sequence =
        new StoredLines(this, wide(next), wide(next + 8), next + 20, file.getInt(next + 16));
    return new Facts(
        depthStep, lineOrder, exits, lines, exceptionCount, exceptions, helpers, sequence);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private long wide(long at) {
    return (long) file.getInt(at) << 32 | file.getInt(at + 4) & 0xffffffffL;
  }

  private void number(int value) {
    if (length == words.length) {
      words = Arrays.copyOf(words, 2 * length);
    }
    words[length++] = value;
  }

  private void number(long value) {
    number((int) (value >>> 32));
    number((int) value);
  }

  private long put() throws IOException {
    long hash = length;
    for (int i = 0; i < length; i++) {
      hash = Hash.then(hash, words[i]);
    }
    Long same = known.get(hash);
    if (same != null && isAt(same)) {
      return same;
    }
    if (known.size() == REMEMBERED) {
      known.clear();
    }
    long at = append();
    known.put(hash, at);
    return at;
  }

  private boolean isAt(long at) {
    if (file.getInt(at) != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (file.getInt(at + 4 + 4L * i) != words[i]) {
        return false;
      }
    }
    return true;
  }

  private long append() throws IOException {
    long at = end;
    end += 4L * (length + 1);
    file.grow(end);
    file.putInt(at, length);
    for (int i = 0; i < length; i++) {
      file.putInt(at + 4 + 4L * i, words[i]);
    }
    return at;
  }
}
