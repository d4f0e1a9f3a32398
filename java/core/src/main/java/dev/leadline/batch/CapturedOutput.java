package dev.leadline.batch;

import dev.leadline.batch.LineDifference.BoundedLines;
import java.io.BufferedInputStream;
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
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a program wrote to one of its streams, byte for byte. It can be read until the runs are
 * closed.
 */
public final class CapturedOutput {

  private final SpillingOutput bytes;
  private long size;
  private String finished = "";

  /** Output that is in that file where it is much. */
  CapturedOutput(Path file) {
    bytes = new SpillingOutput(file);
  }

  /** Where the bytes go; closing it finishes the output. */
  OutputStream open() {
    return new Writing();
  }

  /** All of it, from its start. */
  public InputStream read() throws IOException {
    return bytes.read();
  }

  /** Bytes. */
  public synchronized long size() {
    return size;
  }

  /** SHA-256 of all bytes, in hexadecimal. */
  public synchronized String digest() {
    if (finished.isEmpty()) {
      finished = HexFormat.of().formatHex(bytes.digest());
    }
    return finished;
  }

  /** Whether both hold the same bytes. */
  public boolean sameAs(CapturedOutput other) {
    return size() == other.size() && digest().equals(other.digest());
  }

  /** The first line in which the two differ; empty where they are equal. */
  public Optional<LineDifference> firstDifference(CapturedOutput other) throws IOException {
    if (sameAs(other)) {
      return Optional.empty();
    }
    try (BoundedLines left = lines();
        BoundedLines right = other.lines()) {
      return LineDifference.first(left, right);
    }
  }

  /**
   * The first line in which it is not what a file holds, byte for byte: the file's on the left.
   *
   * @throws IOException if the file cannot be read
   */
  public Optional<LineDifference> firstDifferenceFrom(Path expected) throws IOException {
    if (bytes.isFewAndIn(expected)) {
      return Optional.empty();
    }
    try (BoundedLines left = lines(Files.newInputStream(expected));
        BoundedLines right = lines()) {
      return LineDifference.first(left, right);
    }
  }

  /** The last line with something in it, cut where it is long; empty if all are blank. */
  public Optional<String> lastLine() throws IOException {
    Optional<String> last = Optional.empty();
    try (BoundedLines lines = lines()) {
      Optional<BoundedLines.Line> line = lines.next();
      while (line.isPresent()) {
        String text = line.get().text();
        last = text.isBlank() ? last : Optional.of(text.strip());
        line = lines.next();
      }
    }
    return last;
  }

  private BoundedLines lines() throws IOException {
    return lines(read());
  }

  private static BoundedLines lines(InputStream in) {
    return new BoundedLines(new BufferedInputStream(in, 1 << 16));
  }

  private synchronized void count(int more) {
    size += more;
  }

  /** Pumps write here, one after the other. */
  private final class Writing extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] more, int from, int length) throws IOException {
      bytes.write(more, from, length);
      count(length);
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }

  /**
   * Bytes that are in the heap while they are few, and in a file from then on. Their digest is
   * taken on the way to the file, or on demand if there is no file.
   */
  private static final class SpillingOutput extends OutputStream {

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
}
