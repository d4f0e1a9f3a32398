package dev.leadline.runs;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes that are in the heap while they are few, and in a file from then on. */
final class SpillingOutput extends OutputStream {

  /** Most bytes in the heap: what most small programs print. */
  private static final int FEW = 1 << 13;

  private final Path file;
  private ByteArrayOutputStream few = new ByteArrayOutputStream(0);
  private Optional<OutputStream> spilled = Optional.empty();

  /** Makes no file yet. */
  SpillingOutput(Path file) {
    this.file = file;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    if (spilled.isEmpty()) {
      if (few.size() + length <= FEW) {
        few.write(bytes, from, length);
        return;
      }
      spill();
    }
    spilled.get().write(bytes, from, length);
  }

  private void spill() throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), FEW);
    spilled = Optional.of(out);
    few.writeTo(out);
    few = new ByteArrayOutputStream(0);
  }

  /** All bytes from the start, once this is closed. */
  synchronized InputStream read() throws IOException {
    return spilled.isPresent()
        ? Files.newInputStream(file)
        : new ByteArrayInputStream(few.toByteArray());
  }

  @Override
  public synchronized void close() throws IOException {
    if (spilled.isPresent()) {
      spilled.get().close();
    }
  }
}
