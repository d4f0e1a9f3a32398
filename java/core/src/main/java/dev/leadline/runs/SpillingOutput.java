package dev.leadline.runs;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes that are in the heap while they are few, and in a file from then on. Their digest is taken
 * on the way to the file, and only when it is asked for where there is none.
 */
final class SpillingOutput extends OutputStream {

  /** Most bytes in the heap: what most small programs print. */
  private static final int FEW = 1 << 13;

  private final Path file;
  private ByteArrayOutputStream few = new ByteArrayOutputStream(0);
  private Optional<DigestOutputStream> spilled = Optional.empty();

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
    DigestOutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), FEW), sha256());
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

  /** Whether these are few, and just what a file holds; false says nothing. */
  synchronized boolean isFewAndIn(Path other) throws IOException {
    return spilled.isEmpty()
        && Files.size(other) == few.size()
        && Arrays.equals(few.toByteArray(), Files.readAllBytes(other));
  }

  /** SHA-256 of all bytes so far; to be asked for once. */
  synchronized byte[] digest() {
    return spilled.isPresent()
        ? spilled.get().getMessageDigest().digest()
        : sha256().digest(few.toByteArray());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (spilled.isPresent()) {
      spilled.get().close();
    }
  }
}
