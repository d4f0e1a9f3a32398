package dev.leadline.check.golden;

import dev.leadline.check.expect.Place;
import dev.leadline.check.golden.GoldenLines.VersionedLine;
import dev.leadline.check.golden.text.Shapes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Reads the file of a golden trace, line by line. */
final class GoldenReader {

  /** Lines of a file: those of ten versions that differ throughout, with the marks of blocks. */
  private static final int MOST_LINES = 20 * Shapes.MOST;

  /** Bytes of a line. */
  private static final int LONGEST_LINE = 1 << 20;

  /** Bytes of a file that is read at all. */
  private static final long LARGEST = 64 << 20;

  /** Bytes of a file that need not be looked at before a run. */
  private static final long SMALL = 1 << 20;

  private final Path file;
  private final List<VersionedLine> lines = new ArrayList<>();
  private SortedSet<MinorVersion> all;
  private Optional<SortedSet<MinorVersion>> block = Optional.empty();
  private int lineno;

  private GoldenReader(Path file) {
    this.file = file;
  }

  static GoldenFile read(Path file) throws IOException {
    GoldenReader reader = new GoldenReader(file);
    try (InputStream in = open(file)) {
      reader.lines(in, reader::line);
    } catch (NoSuchFileException | GoldenFormatException e) {
      throw e;
    } catch (IOException e) {
      throw FileNames.cannot("read", file, e);
    }
    return reader.finish();
  }

  /** Why a file is too much of a golden trace; what cannot be read is left to {@link #read}. */
  static Optional<String> refusal(Path file) {
    try {
      long size = Files.isRegularFile(file) ? Files.size(file) : 0;
      if (size > LARGEST) {
        return Optional.of(FileNames.of(file) + ": it is larger than " + (LARGEST >> 20) + " MiB");
      }
      if (size > SMALL) {
        try (InputStream in = open(file)) {
          new GoldenReader(file).lines(in, line -> {});
        }
      }
      return Optional.empty();
    } catch (GoldenFormatException e) {
      return Optional.of(e.getMessage());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Nothing is opened that could make its reader wait. */
  private static InputStream open(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw new IOException("it is no regular file");
    }
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** What is done with each line. */
  private interface Line {
    void take(ByteBuffer bytes) throws GoldenFormatException;
  }

  private void lines(InputStream in, Line taker) throws IOException {
    byte[] line = new byte[1 << 10];
    int length = 0;
    for (int read = in.read(); read >= 0; read = in.read()) {
      if (read == '\n') {
        end(line, length, taker);
        length = 0;
        continue;
      }
      if (length == line.length) {
        line = longer(line);
      }
      line[length++] = (byte) read;
    }
    if (length > 0) {
      end(line, length, taker);
    }
  }

  private void end(byte[] line, int length, Line taker) throws GoldenFormatException {
    lineno++;
    if (lineno > MOST_LINES) {
      throw fault("it has more than %,d lines".formatted(MOST_LINES));
    }
    taker.take(ByteBuffer.wrap(line, 0, length));
  }

  private byte[] longer(byte[] line) throws GoldenFormatException {
    if (line.length >= LONGEST_LINE) {
      lineno++;
      throw fault("a line is longer than 1 MiB");
    }
    return Arrays.copyOf(line, 2 * line.length);
  }

  private void line(ByteBuffer bytes) throws GoldenFormatException {
    String line;
    try {
      line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw fault("it is not UTF-8");
    }
    try {
      // git may write the ends of lines as the system has them
      line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    } catch (IllegalArgumentException e) {
      throw fault(e.getMessage());
    }
  }

  private void line(String line) {
    if (lineno == 1) {
      title(line);
    } else if (lineno == 2) {
      all = GoldenLines.versions(line, GoldenLines.PYTHON, "");
    } else if (line.equals(GoldenLines.ALL)) {
      end();
    } else if (GoldenLines.isBlock(line)) {
      begin(GoldenLines.versions(line, "[", "]"));
    } else {
      GoldenLines.checkTrace(line);
      lines.add(new VersionedLine(line, block.orElse(all), lineno));
    }
  }

  private static void title(String line) {
    if (!line.startsWith(GoldenLines.TITLE)) {
      throw new IllegalArgumentException("it is no golden trace");
    }
    String format = line.substring(GoldenLines.TITLE.length());
    if (!format.equals(GoldenLines.FORMAT)) {
      throw new IllegalArgumentException(
          "it has format %s, and this version of Leadline reads format %s"
              .formatted(format, GoldenLines.FORMAT));
    }
  }

  private void begin(SortedSet<MinorVersion> versions) {
    if (!all.containsAll(versions)) {
      throw new IllegalArgumentException("a version is not among those in line 2");
    }
    block = Optional.of(versions);
  }

  private void end() {
    if (block.isEmpty()) {
      throw new IllegalArgumentException("no block is open that ends here");
    }
    block = Optional.empty();
  }

  private GoldenFile finish() throws GoldenFormatException {
    if (lineno < 2) {
      throw fault(lineno == 0 ? "it is empty" : "the line with the versions is missing");
    }
    if (block.isPresent()) {
      throw fault("the last block has no end, which is " + GoldenLines.ALL);
    }
    return new GoldenFile(all, lines);
  }

  private GoldenFormatException fault(String what) {
    return new GoldenFormatException(new Place(FileNames.of(file), lineno), what);
  }
}
