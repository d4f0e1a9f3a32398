package dev.leadline.wire.write;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPOutputStream;

/**
 * A gzip stream whose flushed part can be read when its writer is killed, and can be ended properly
 * when its file takes no more: the file is cut back to the end of a flush, where the compressed
 * data is at the border of a byte, and a last record follows in a block that is not compressed.
 */
final class GzipTrace extends GZIPOutputStream {

  private static final int BUFFER = 1 << 16;

  /** Bytes of the file between two places that it may be cut back to: room for the last record. */
  private static final int SPACING = 1 << 10;

  private static final int PLACES = 3;

  /** A block's kind, its length twice; the stream's check sum and length. */
  private static final int FRAME = 1 + 2 * Short.BYTES + 2 * Integer.BYTES;

  private static final int LONGEST_BLOCK = 0xffff;
  private static final int CRC_POLYNOMIAL = 0xedb88320;

  private final Counter file;
  private final Deque<Place> places = new ArrayDeque<>();

  /** The end of a flush: where in the file, and the check sum and length of the data up to it. */
  private record Place(long offset, int crc, long length) {}

  private GzipTrace(Counter file) throws IOException {
    super(file, BUFFER, true);
    this.file = file;
    remember();
  }

  static GzipTrace over(OutputStream file) throws IOException {
    return new GzipTrace(new Counter(file));
  }

  @Override
  public void flush() throws IOException {
    super.flush();
    if (file.count - places.getLast().offset() >= SPACING) {
      remember();
      if (places.size() > PLACES) {
        places.removeFirst();
      }
    }
  }

  private void remember() {
    places.add(new Place(file.count, (int) crc.getValue(), def.getBytesRead()));
  }

  /** Cuts the file back and ends it with this record, which is to fit in one block. */
  void endAfterLoss(Path path, byte[] record) throws IOException {
    byte[] last = record.length <= LONGEST_BLOCK ? record : new byte[0];
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      long end = channel.size() - FRAME - last.length;
      while (places.size() > 1 && places.getLast().offset() > end) {
        places.removeLast();
      }
      Place place = places.getLast();
      channel.truncate(place.offset());
      channel.position(place.offset());
      ByteBuffer block = block(place, last);
      while (block.hasRemaining()) {
        channel.write(block);
      }
    }
  }

  /** The last block and what ends a gzip stream (RFC 1951, 3.2.4; RFC 1952, 2.3.1). */
  private static ByteBuffer block(Place place, byte[] last) {
    return ByteBuffer.allocate(FRAME + last.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 1)
        .putShort((short) last.length)
        .putShort((short) ~last.length)
        .put(last)
        .putInt(crc(place.crc(), last))
        .putInt((int) (place.length() + last.length))
        .flip();
  }

  /** CRC-32 that goes on from a sum, which {@link java.util.zip.CRC32} cannot. */
  private static int crc(int before, byte[] bytes) {
    int crc = ~before;
    for (byte one : bytes) {
      crc ^= one & 0xff;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : CRC_POLYNOMIAL);
      }
    }
    return ~crc;
  }

  /** Counts what the file has taken. */
  private static final class Counter extends FilterOutputStream {
    private long count;

    Counter(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }
  }
}
