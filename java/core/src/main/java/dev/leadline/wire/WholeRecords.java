package dev.leadline.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Repairs the end of a stored trace that a failed write left in the middle of a record. */
final class WholeRecords {

  private static final int STEP = 1 << 16;

  private WholeRecords() {}

  /** Cuts the file behind a record's end, so far up that this record fits, which is its last. */
  static void end(Path path, byte[] record) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = lastEnd(file, file.size() - record.length);
      file.truncate(end);
      file.position(end);
      ByteBuffer rest = ByteBuffer.wrap(record);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
    }
  }

  /** Where the last record ends that ends at {@code before} or earlier; 0 if none does. */
  private static long lastEnd(FileChannel file, long before) throws IOException {
    for (long to = before; to > 0; to -= STEP) {
      long from = Math.max(0, to - STEP);
      ByteBuffer block = ByteBuffer.allocate((int) (to - from));
      while (block.hasRemaining() && file.read(block, from + block.position()) >= 0) {
        continue;
      }
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return from + i + 1;
        }
      }
    }
    return 0;
  }
}
