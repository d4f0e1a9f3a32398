package dev.leadline.golden;

import dev.leadline.expect.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Reads the file of a golden trace, line by line. */
final class GoldenReader {

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
    byte[] bytes = bytes(file);
    for (int from = 0; from < bytes.length; ) {
      int to = from;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      reader.lineno++;
      reader.line(ByteBuffer.wrap(bytes, from, to - from));
      from = to + 1;
    }
    return reader.finish();
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw FileNames.cannot("read", file, e);
    }
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
