package dev.leadline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The source of a file, of bounded size: a regular file that may be read, or what a trace holds.
 *
 * @param path where the file is, without symbolic links; or the name that it has in the trace
 * @param text what the trace holds of it; empty for a file that is read
 */
public record SourceFile(String path, Optional<String> text) {

  private static final int FIRST_LINE = 256;
  private static final Pattern SHEBANG = Pattern.compile("#![^\\r\\n]*python.*", Pattern.DOTALL);

  /** The real path of a file that {@link Sources} has judged. */
  static SourceFile onDisk(Path path) {
    return new SourceFile(path.toString(), Optional.empty());
  }

  /** Its bytes; none of a file that the system makes up and gives no size. */
  public byte[] read() throws IOException {
    return text.isPresent() ? SourceEncoding.encode(text.get()) : head(Files.size(Path.of(path)));
  }

  /** Its text, in the encoding that it declares. */
  public String readText() throws IOException {
    return text.isPresent() ? text.get() : SourceEncoding.decode(read());
  }

  /** By its name, or by a first line that has an interpreter run it. */
  boolean looksLikePython() {
    try {
      return path.endsWith(".py")
          || path.endsWith(".pyw")
          || SHEBANG.matcher(new String(head(FIRST_LINE), StandardCharsets.ISO_8859_1)).matches();
    } catch (IOException e) {
      return false;
    }
  }

  private byte[] head(long most) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(path), LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes((int) Math.min(most, Sources.LARGEST));
    }
  }
}
