package dev.leadline.execution;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A temporary file that grows and is read and written anywhere, a segment at a time mapped into
 * memory: the system keeps in it what it has room for, and our heap holds nothing. On POSIX it has
 * no name any more once it is open, so that nothing stays behind.
 */
final class SpillFile implements Closeable {

  private static final int SHIFT = 22;

  /** What is put must not cross a multiple of it. */
  static final int SEGMENT = 1 << SHIFT;

  private static final byte[] ZEROS = new byte[1 << 16];

  private final FileChannel channel;
  private MappedByteBuffer[] segments = new MappedByteBuffer[4];
  private int count;

  private SpillFile(FileChannel channel) {
    this.channel = channel;
  }

  static SpillFile create(Path directory) throws IOException {
    Path path = Files.createTempFile(directory, "leadline-", ".execution");
    try {
      return new SpillFile(
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Makes room for so many bytes from the start. */
  void grow(long size) throws IOException {
    while ((long) count << SHIFT < size) {
      if (count == segments.length) {
        segments = Arrays.copyOf(segments, 2 * count);
      }
      segments[count] = addSegment((long) count << SHIFT);
      count++;
    }
  }

  /** The room is written first: a full disk is an error here, and a crash in a mapping. */
  private MappedByteBuffer addSegment(long from) throws IOException {
    for (long at = from; at < from + SEGMENT; at += ZEROS.length) {
      ByteBuffer zeros = ByteBuffer.wrap(ZEROS);
      while (zeros.hasRemaining()) {
        channel.write(zeros, at + zeros.position());
      }
    }
    return channel.map(FileChannel.MapMode.READ_WRITE, from, SEGMENT);
  }

  int getInt(long at) {
    return segments[(int) (at >>> SHIFT)].getInt((int) at & SEGMENT - 1);
  }

  long getLong(long at) {
    return segments[(int) (at >>> SHIFT)].getLong((int) at & SEGMENT - 1);
  }

  void putInt(long at, int value) {
    segments[(int) (at >>> SHIFT)].putInt((int) at & SEGMENT - 1, value);
  }

  void putLong(long at, long value) {
    segments[(int) (at >>> SHIFT)].putLong((int) at & SEGMENT - 1, value);
  }

  /** The file is gone; what is mapped goes when nobody uses it any more. */
  @Override
  public void close() throws IOException {
    segments = new MappedByteBuffer[0];
    count = 0;
    channel.close();
  }
}
