package dev.leadline.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A file that is written, and whose errors name it. */
final class NamedOutput extends FilterOutputStream {

  private final Path file;

  private NamedOutput(Path file, OutputStream out) {
    super(out);
    this.file = file;
  }

  /** Creates or empties a file; one that ends in {@code .gz} is compressed. */
  static OutputStream create(Path file) throws IOException {
    try {
      NamedOutput raw = new NamedOutput(file, Files.newOutputStream(file));
      return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
          ? new GZIPOutputStream(raw, 1 << 16)
          : new BufferedOutputStream(raw, 1 << 16);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** The same failure, in a sentence that names the file. */
  static IOException failure(Path file, IOException e) {
    return new IOException("cannot write " + file + ": " + reason(e), e);
  }

  /** Why something could not be done with a file, without naming it again. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof java.nio.file.FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }
}
