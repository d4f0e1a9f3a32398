package dev.leadline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
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

  /** The text of source files and their bytes, in the encoding that a file declares itself. */
  private static final class SourceEncoding {

    /** <a href="https://peps.python.org/pep-0263/">PEP 263</a>, in one of the first two lines. */
    private static final Pattern COOKIE =
        Pattern.compile(
            "\\A(?:[ \\t\\f]*(?:#.*)?\\R)?[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");

    /** Characters in which the cookie is looked for. */
    private static final int HEAD = 1_000;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private SourceEncoding() {}

    /** The text of a source file. */
    static String decode(byte[] bytes) {
      int head = Math.min(bytes.length, HEAD);
      String begin = new String(bytes, 0, head, StandardCharsets.ISO_8859_1);
      String text = new String(bytes, declared(begin));
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** The bytes of a source file with this text; what its encoding does not have is {@code ?}. */
    static byte[] encode(String text) {
      Charset charset = declared(text.substring(0, Math.min(text.length(), HEAD)));
      return text.getBytes(charset.canEncode() ? charset : StandardCharsets.UTF_8);
    }

    private static Charset declared(String begin) {
      Matcher cookie = COOKIE.matcher(begin);
      return cookie.lookingAt() ? charset(cookie.group(1)) : StandardCharsets.UTF_8;
    }

    /** Python's name for an encoding; Latin-1, which can read anything, where Java has none. */
    private static Charset charset(String name) {
      String normal = name.toLowerCase(Locale.ROOT).replace('_', '-');
      if (normal.startsWith("utf-8")) {
        return StandardCharsets.UTF_8;
      }
      if (normal.startsWith("latin-1") || normal.startsWith("iso-latin-1")) {
        return StandardCharsets.ISO_8859_1;
      }
      try {
        return Charset.forName(normal);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        return StandardCharsets.ISO_8859_1;
      }
    }
  }
}
