package dev.leadline.launch.streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The event stream from its header on. What comes before was written to descriptor 1 while the
 * interpreter started, by a {@code sitecustomize} for one; it belongs to the program's stdout.
 */
public final class TraceStart extends BlockInput {

  private static final byte[] HEADER = "{\"record\":\"header\"".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final OutputStream stdout;
  private byte[] held = new byte[0];
  private boolean started;

  public TraceStart(InputStream in, OutputStream stdout) {
    this.in = in;
    this.stdout = stdout;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (!started) {
      skipToHeader();
    }
    if (held.length == 0) {
      return in.read(buffer, from, length);
    }
    int count = Math.min(length, held.length);
    System.arraycopy(held, 0, buffer, from, count);
    held = Arrays.copyOfRange(held, count, held.length);
    return count;
  }

  private void skipToHeader() throws IOException {
    byte[] chunk = new byte[8192];
    int at = find();
    while (at < 0) {
      int count = in.read(chunk, 0, chunk.length);
      if (count < 0) {
        forward(held.length);
        break;
      }
      int old = held.length;
      held = Arrays.copyOf(held, old + count);
      System.arraycopy(chunk, 0, held, old, count);
      at = find();
      if (at < 0) {
        forward(Math.max(0, held.length - HEADER.length + 1));
      }
    }
    started = true;
    forward(Math.max(0, at));
  }

  private int find() {
    for (int at = 0; at + HEADER.length <= held.length; at++) {
      if (Arrays.equals(held, at, at + HEADER.length, HEADER, 0, HEADER.length)) {
        return at;
      }
    }
    return -1;
  }

  private void forward(int count) {
    try {
      stdout.write(held, 0, count);
      stdout.flush();
    } catch (IOException e) {
      // the program meets the same fault with its own first write
    }
    held = Arrays.copyOfRange(held, count, held.length);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
