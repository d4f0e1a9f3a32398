package dev.leadline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A regular file that may be read, of bounded size. */
public final class SourceFile {

  private static final int FIRST_LINE = 256;
  private static final Pattern SHEBANG = Pattern.compile("#![^\\r\\n]*python.*", Pattern.DOTALL);

  private final Path path;

  /** The real path of a file that {@link Sources} has judged. */
  SourceFile(Path path) {
    this.path = path;
  }

  /** Where it is, without symbolic links. */
  public Path path() {
    return path;
  }

  /** Its bytes; none of a file that the system makes up and gives no size. */
  public byte[] read() throws IOException {
    return head(Files.size(path));
  }

  /** By its name, or by a first line that has an interpreter run it. */
  boolean looksLikePython() {
    String name = path.getFileName().toString();
    try {
      return name.endsWith(".py")
          || name.endsWith(".pyw")
          || SHEBANG.matcher(new String(head(FIRST_LINE), StandardCharsets.ISO_8859_1)).matches();
    } catch (IOException e) {
      return false;
    }
  }

  private byte[] head(long most) throws IOException {
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes((int) Math.min(most, Sources.LARGEST));
    }
  }
}
