package dev.leadline.cli.output;

import dev.leadline.files.BrokenPipe;
import dev.leadline.report.text.ReportStyle;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Text that goes to a file, or to stdout. */
public final class WrittenOutput {

  /** What is written. */
  public interface Content {
    void write(Writer writer) throws IOException;
  }

  private WrittenOutput() {}

  /**
   * Writes to the file, whose directory is made where it is not there, or to stdout where none is
   * named; a reader may close that.
   */
  public static void to(Optional<Path> file, Streams streams, Content content) throws IOException {
    try (OutputStream out = open(file, streams)) {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      content.write(writer);
      writer.flush();
    } catch (IOException e) {
      if (!BrokenPipe.is(e)) {
        throw e;
      }
    }
  }

  /** How text is to look there. */
  public static ReportStyle style(Optional<Path> file, Streams streams) {
    return file.isEmpty() ? streams.outStyle() : ReportStyle.PLAIN;
  }

  private static OutputStream open(Optional<Path> file, Streams streams) throws IOException {
    if (file.isEmpty()) {
      return NamedOutput.over("stdout", streams.out());
    }
    return create(streams.directory().resolve(file.get()));
  }

  /** Creates or empties a file, whose directory is made where it is not there. */
  public static OutputStream create(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    try {
      Files.createDirectories(absolute.getParent());
    } catch (IOException e) {
      throw NamedOutput.failure(absolute.toString(), e);
    }
    return NamedOutput.create(absolute);
  }
}
