package dev.leadline.wire.read;

import dev.leadline.wire.TraceFormatException.NotATraceException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens stored traces. */
public final class TraceInput {

  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;
  private static final int BUFFER = 1 << 16;

  private TraceInput() {}

  /**
   * Opens a trace, compressed or not, by its first bytes and not its name; {@code -} is standard
   * input.
   */
  public static InputStream open(Path path) throws IOException {
    if (path.toString().equals("-")) {
      return decompressed(System.in);
    }
    if (Files.isDirectory(path)) {
      throw new NotATraceException("this is a directory, not a trace");
    }
    InputStream file = Files.newInputStream(path);
    try {
      return decompressed(Files.isRegularFile(path) ? file : new Unmeasured(file));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** A trace that comes from a stream, compressed or not. */
  public static InputStream decompressed(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == GZIP_MAGIC_1 && buffered.read() == GZIP_MAGIC_2;
    buffered.reset();
    return gzip ? decompressing(buffered) : buffered;
  }

  private static InputStream decompressing(InputStream in) throws IOException {
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (EOFException e) {
      throw new NotATraceException(
          "the trace is cut off in its first line, nothing of it can be read");
    }
  }

  /** A pipe or device: Java seeks in a file to find how much is available, which these refuse. */
  private static final class Unmeasured extends FilterInputStream {

    private Unmeasured(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
