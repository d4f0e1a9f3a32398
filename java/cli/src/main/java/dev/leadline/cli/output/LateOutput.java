package dev.leadline.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is created or emptied when there is something to write: what fails before that leaves
 * the file as it was. A flush counts as something, so that an empty report is an empty file.
 */
public final class LateOutput extends OutputStream {

  private final Path file;
  private final boolean compressed;
  private Optional<OutputStream> opened = Optional.empty();

  /** Output to a file, compressed or not. */
  public LateOutput(Path file, boolean compressed) {
    this.file = file;
    this.compressed = compressed;
  }

  private OutputStream out() throws IOException {
    if (opened.isEmpty()) {
      opened = Optional.of(NamedOutput.create(file, compressed));
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
