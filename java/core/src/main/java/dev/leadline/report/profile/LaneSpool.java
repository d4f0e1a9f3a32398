package dev.leadline.report.profile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Holds numbers of several lanes until they can be written one lane after the other. The latest
 * block of each lane is in memory; full blocks are in a temporary file, which on POSIX has no name
 * any more once it is open, so that nothing stays behind.
 */
final class LaneSpool implements Closeable {

  private static final int BLOCK = 1 << 10;
  private static final int FIRST = 1 << 6;

  private Optional<FileChannel> file = Optional.empty();
  private int blocks;

  /** Room for the numbers of one more lane. */
  Numbers lane() {
    return new Numbers();
  }

  /** Numbers of one lane, which are added first and read then, both in their order. */
  final class Numbers {
    private byte[] block = new byte[FIRST];
    private int used;
    private int[] full = new int[0];
    private int count;

    private Numbers() {}

    /** Adds a number that is not negative: seven bits a byte, the lowest first. */
    void add(long number) throws IOException {
      long rest = number;
      while (rest > 0x7f) {
        put((byte) (rest | 0x80));
        rest >>>= 7;
      }
      put((byte) rest);
    }

    private void put(byte part) throws IOException {
      if (used == block.length) {
        makeRoom();
      }
      block[used++] = part;
    }

    private void makeRoom() throws IOException {
      if (used < BLOCK) {
        block = Arrays.copyOf(block, 2 * used);
        return;
      }
      if (count == full.length) {
        full = Arrays.copyOf(full, Math.max(4, 2 * count));
      }
      full[count++] = store(block);
      used = 0;
    }

    /** Reads what was added, from the start. */
    Reader reader() {
      return new Reader(this);
    }
  }

  /** Reads the numbers of a lane. */
  final class Reader {
    private final Numbers numbers;
    private byte[] block = new byte[BLOCK];
    private int at = BLOCK;
    private int end = BLOCK;
    private int next;

    private Reader(Numbers numbers) {
      this.numbers = numbers;
    }

    /** Whether there is one more number. */
    boolean hasNext() throws IOException {
      if (at == end && next <= numbers.count) {
        advance();
      }
      return at < end;
    }

    /** The next number; there must be one. */
    long next() throws IOException {
      long number = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = hasNext() ? block[at++] : 0;
        number |= (long) (part & 0x7f) << shift;
        if (part >= 0) {
          return number;
        }
      }
    }

    private void advance() throws IOException {
      boolean last = next == numbers.count;
      if (last) {
        block = numbers.block;
      } else {
        load(numbers.full[next], block);
      }
      end = last ? numbers.used : BLOCK;
      at = 0;
      next++;
    }
  }

  private int store(byte[] block) throws IOException {
    if (file.isEmpty()) {
      file = Optional.of(open());
    }
    ByteBuffer bytes = ByteBuffer.wrap(block);
    try {
      while (bytes.hasRemaining()) {
        file.get().write(bytes, (long) blocks * BLOCK + bytes.position());
      }
    } catch (IOException e) {
      throw new IOException("cannot write a temporary file: " + e.getMessage(), e);
    }
    return blocks++;
  }

  private void load(int number, byte[] block) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(block);
    while (bytes.hasRemaining()) {
      if (file.orElseThrow().read(bytes, (long) number * BLOCK + bytes.position()) < 0) {
        throw new IOException("a temporary file was cut");
      }
    }
  }

  private static FileChannel open() throws IOException {
    Path path;
    try {
      path = Files.createTempFile("leadline-", ".lanes");
    } catch (IOException e) {
      String directory = System.getProperty("java.io.tmpdir");
      throw new IOException("cannot make a temporary file in " + directory + ": " + e, e);
    }
    try {
      return FileChannel.open(
          path,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
