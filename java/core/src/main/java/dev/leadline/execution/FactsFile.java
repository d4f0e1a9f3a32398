package dev.leadline.execution;

import dev.leadline.execution.Activation.SeenException;
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

  /** How many of the facts that were written lately are known by their hash; a power of two. */
  private static final int REMEMBERED = 1 << 15;

  private static final long NOWHERE = -1;

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
  private final long[] known = new long[REMEMBERED];
  private int[] words = new int[64];
  private int length;
  private long end;

  FactsFile(Path directory) {
    this.file = SpillFile.in(directory);
    Arrays.fill(known, NOWHERE);
  }

  /** Writes what is known of an activation; where it is. */
  long add(OpenActivation open) throws IOException {
    length = 0;
    number(open.depthStep);
    number(open.lineOrder);
    number(open.exits);
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
    int[] others = open.otherLines.sorted();
    number(others.length);
    for (int line : others) {
      number(line);
      number(open.otherLines.count(line));
    }
    addOrder(open.order);
    long hash = Hash.then(open.lineOrder, open.function);
    return put((int) Hash.then(hash, open.exceptionLines));
  }

  private void addOrder(LineOrder order) {
    number(order.pieces());
    number(order.lastPiece());
    number(order.size());
    int end = length + order.size();
    words = end > words.length ? Arrays.copyOf(words, 2 * end) : words;
    order.copyTo(words, length);
    length = end;
  }

  /** Writes a piece of an activation's lines behind the one before; where it stands. */
  long addPiece(long before, int[] lines) throws IOException {
    long at = end;
    end += PIECE_HEADER + 4L * lines.length;
    file.grow(end);
    file.putInt(at, (int) (before >>> 32));
    file.putInt(at + 4, (int) before);
    file.putInts(at + PIECE_HEADER, lines, lines.length);
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
    next += 20;
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
    SortedMap<Integer, Long> lines = new TreeMap<>();
    int others = file.getInt(next);
    next += 4;
    for (int i = 0; i < others; i++, next += 12) {
      lines.put(file.getInt(next), wide(next + 4));
    }
    int orderSize = file.getInt(next + 16);
    LineSequence sequence =
        new LineOrder.StoredLines(this, wide(next), wide(next + 8), next + 20, orderSize);
    for (int i = 0; i < orderSize; i++) {
      int line = file.getInt(next + 20 + 4L * i);
      if (LineOrder.isLine(line)) {
        lines.merge(line, 1L, Long::sum);
      }
    }
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

  private long put(int hash) throws IOException {
    int slot = hash & REMEMBERED - 1;
    if (known[slot] == NOWHERE || !isAt(known[slot])) {
      known[slot] = append();
    }
    return known[slot];
  }

  private boolean isAt(long at) {
    return file.getInt(at) == length && file.holds(at + Integer.BYTES, words, length);
  }

  private long append() throws IOException {
    long at = end;
    end += 4L * (length + 1);
    file.grow(end);
    file.putInt(at, length);
    file.putInts(at + Integer.BYTES, words, length);
    return at;
  }
}
