package dev.leadline.execution;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes that grow and are read and written anywhere. A small piece is held in memory. What is
 * larger is a temporary file, a segment at a time mapped into memory: the system keeps in it what
 * it has room for, and our heap holds nothing. On POSIX the file has no name any more once it is
 * open, so that nothing stays behind.
 */
final class SpillFile implements Closeable {

  private static final int SHIFT = 22;

  /** What is put must not cross a multiple of it; all places are multiples of 4. */
  static final int SEGMENT = 1 << SHIFT;

  /** Most bytes without a file: hundreds of small runs cost none each. */
  private static final int SMALL = 1 << 18;

  private static final int FIRST = 1 << 12;

  private static final byte[] ZEROS = new byte[1 << 16];

  private final Path directory;
  private Optional<FileChannel> channel = Optional.empty();

  /** Numbers of 32 bits, aligned: those of a byte buffer take twice as long to read and write. */
  private IntBuffer[] segments = {room(FIRST / Integer.BYTES)};

  /** Segments in the file. */
  private int count;

  private SpillFile(Path directory) {
    this.directory = directory;
  }

  /** One whose file, where it comes to need one, is in that directory. */
  static SpillFile in(Path directory) {
    return new SpillFile(directory);
  }

  /** Makes room for a number of bytes from the start. */
  void grow(long size) throws IOException {
    if (channel.isEmpty()) {
      long numbers = (size + Integer.BYTES - 1) / Integer.BYTES;
      int room = segments[0].capacity();
      if (numbers <= room) {
        return;
      }
      if (size <= SMALL) {
        segments[0] = copied(room(Math.max((int) numbers, 2 * room)));
        return;
      }
    }
    try {
      growFile(size);
    } catch (IOException e) {
      throw new IOException(
          "cannot write a temporary file in " + directory + ": " + reason(directory, e), e);
    }
  }

  private static String reason(Path directory, IOException e) {
    if (!Files.isDirectory(directory)) {
      return "it does not exist";
    }
    return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
  }

  private void growFile(long size) throws IOException {
    if (channel.isEmpty()) {
      spill();
    }
    while ((long) count << SHIFT < size) {
      if (count == segments.length) {
        segments = Arrays.copyOf(segments, 2 * count);
      }
      segments[count] = addSegment((long) count << SHIFT);
      count++;
    }
  }

  /**
   * Not in the heap, as what is mapped is not: buffers of one class are read and written faster.
   */
  private static IntBuffer room(int numbers) {
    return ByteBuffer.allocateDirect(numbers * Integer.BYTES)
        .order(ByteOrder.nativeOrder())
        .asIntBuffer();
  }

  private IntBuffer copied(IntBuffer larger) {
    return larger.put(0, segments[0], 0, segments[0].capacity());
  }

  private void spill() throws IOException {
    channel = Optional.of(open(directory));
    segments[0] = copied(addSegment(0));
    count = 1;
  }

  private static FileChannel open(Path directory) throws IOException {
    Path path = Files.createTempFile(directory, "leadline-", ".execution");
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

  /** The room is written first: a full disk is an error here, and a crash in a mapping. */
  private IntBuffer addSegment(long from) throws IOException {
    FileChannel file = channel.orElseThrow();
    for (long at = from; at < from + SEGMENT; at += ZEROS.length) {
      ByteBuffer zeros = ByteBuffer.wrap(ZEROS);
      while (zeros.hasRemaining()) {
        file.write(zeros, at + zeros.position());
      }
    }
    return file.map(FileChannel.MapMode.READ_WRITE, from, SEGMENT)
        .order(ByteOrder.nativeOrder())
        .asIntBuffer();
  }

  int getInt(long at) {
    return segments[(int) (at >>> SHIFT)].get(index(at));
  }

  long getLong(long at) {
    IntBuffer segment = segments[(int) (at >>> SHIFT)];
    int index = index(at);
    return (long) segment.get(index) << 32 | segment.get(index + 1) & 0xffffffffL;
  }

  void putInt(long at, int value) {
    segments[(int) (at >>> SHIFT)].put(index(at), value);
  }

  void putLong(long at, long value) {
    IntBuffer segment = segments[(int) (at >>> SHIFT)];
    int index = index(at);
    segment.put(index, (int) (value >>> 32));
    segment.put(index + 1, (int) value);
  }

  private static int index(long at) {
    return ((int) at & SEGMENT - 1) >>> 2;
  }

  /** Whether these numbers are there. */
  boolean holds(long at, int[] numbers, int length) {
    int same = 0;
    while (same < length) {
      IntBuffer there = ints(at + 4L * same, length - same);
      if (there.mismatch(IntBuffer.wrap(numbers, same, there.remaining())) >= 0) {
        return false;
      }
      same += there.remaining();
    }
    return true;
  }

  void putInts(long at, int[] numbers, int length) {
    int done = 0;
    while (done < length) {
      IntBuffer segment = segments[(int) (at + 4L * done >>> SHIFT)];
      int index = index(at + 4L * done);
      int part = Math.min(length - done, segment.capacity() - index);
      segment.put(index, numbers, done, part);
      done += part;
    }
  }

  /** That many numbers, or those before the end of the segment. */
  private IntBuffer ints(long at, int most) {
    IntBuffer segment = segments[(int) (at >>> SHIFT)];
    int index = index(at);
    return segment.slice(index, Math.min(most, segment.capacity() - index));
  }

  /** The file is gone; what is mapped goes with its last user. */
  @Override
  public void close() throws IOException {
    segments = new IntBuffer[0];
    count = 0;
    if (channel.isPresent()) {
      channel.get().close();
    }
  }
}
