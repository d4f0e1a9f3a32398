package dev.leadline.outputs;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The lines of an output, with a bounded look ahead. */
final class MaskedLines implements Closeable {

  private static final int END = -1;

  private final InputStream in;
  private final OutputMask mask;
  private final boolean passesCarets;
  private final List<MaskedLine> ahead = new ArrayList<>();
  private final byte[] buffer = new byte[1 << 14];
  private int from;
  private int filled;
  private long read;
  private boolean ended;

  /**
   * The lines of that stream, which is closed with these.
   *
   * @param passesCarets whether lines of nothing but a traceback's marks are left out
   */
  MaskedLines(InputStream in, OutputMask mask, boolean passesCarets) {
    this.in = in;
    this.mask = mask;
    this.passesCarets = passesCarets;
  }

  /** Whether there is a line with this index. */
  boolean has(int index) throws IOException {
    while (ahead.size() <= index && !ended) {
      readOne();
    }
    return index < ahead.size();
  }

  /** One that was looked for. */
  MaskedLine get(int index) {
    return ahead.get(index);
  }

  /** Takes the first lines, which were looked for. */
  List<MaskedLine> take(int count) {
    List<MaskedLine> taken = List.copyOf(ahead.subList(0, count));
    ahead.subList(0, count).clear();
    return taken;
  }

  /** The number of the next line, also behind the last one. */
  long number() throws IOException {
    return has(0) ? get(0).number() : read + 1;
  }

  private void readOne() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream(80);
    long length = 0;
    long tail = 1;
    int next = next();
    if (next == END) {
      ended = true;
      return;
    }
    while (next != END && next != '\n') {
      length++;
      if (length <= MaskedLine.MASKED) {
        head.write(next);
      } else {
        tail = tail * 1_000_003 + next;
      }
      next = next();
    }
    read++;
    tail = next == '\n' ? tail * 1_000_003 + 1 : tail;
    MaskedLine line = new MaskedLine(read, head.toByteArray(), length, tail, mask);
    if (!passesCarets || !line.isOfCarets()) {
      ahead.add(line);
    }
  }

  private int next() throws IOException {
    if (from == filled) {
      from = 0;
      filled = in.read(buffer);
      if (filled <= 0) {
        filled = 0;
        return END;
      }
    }
    return buffer[from++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
