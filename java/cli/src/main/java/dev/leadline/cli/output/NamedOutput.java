package dev.leadline.cli.output;

import dev.leadline.files.LockedFile;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A file or stream that is written, and whose errors name it. */
public class NamedOutput extends FilterOutputStream {

  private final String name;

  private NamedOutput(String name, OutputStream out) {
    super(out);
    this.name = name;
  }

  /** A stream of ours, which stays open when this one is closed. */
  public static OutputStream over(String name, OutputStream stream) {
    return new NamedOutput(name, stream) {
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /** Creates or empties a file; one that ends in {@code .gz} is compressed. */
  public static OutputStream create(Path file) throws IOException {
    return create(file, file.toString().toLowerCase(Locale.ROOT).endsWith(".gz"));
  }

  /** Creates or empties a file, compressed or not. */
  public static OutputStream create(Path file, boolean compressed) throws IOException {
    NamedOutput raw = new NamedOutput(file.toString(), opened(file));
    return compressed ? new GZIPOutputStream(raw, 1 << 16) : new BufferedOutputStream(raw, 1 << 16);
  }

  private static OutputStream opened(Path file) throws IOException {
    try {
      return LockedFile.emptied(file);
    } catch (IOException e) {
      throw failure(file.toString(), e);
    }
  }

  /** The same failure, in a sentence that names the output. */
  static IOException failure(String name, IOException e) {
    return new IOException("cannot write " + name + ": " + reason(e), e);
  }

  /** Why something could not be done with a file, without naming it again. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
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
      throw failure(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw failure(name, e);
    }
  }

  /**
   * A file that is created or emptied when there is something to write: what fails before that
   * leaves the file as it was. A flush counts as something, so that an empty report is an empty
   * file.
   */
  public static final class Late extends OutputStream {

    private final Path file;
    private final boolean compressed;
    private Optional<OutputStream> opened = Optional.empty();

    /** Output to a file, compressed or not. */
    public Late(Path file, boolean compressed) {
      this.file = file;
      this.compressed = compressed;
    }

    private OutputStream out() throws IOException {
      if (opened.isEmpty()) {
        opened = Optional.of(create(file, compressed));
      }
      return opened.get();
    }

    @Override
    public void write(int b) throws IOException {
      out().write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out().write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      out().flush();
    }

    @Override
    public void close() throws IOException {
      if (opened.isPresent()) {
        opened.get().close();
      }
    }
  }
}
