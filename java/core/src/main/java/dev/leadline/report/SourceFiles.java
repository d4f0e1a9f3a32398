package dev.leadline.report;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Source lines of the files that a trace names, as far as they are here and can be read. What
 * cannot be read has no lines; a trace is good without its sources.
 */
final class SourceFiles {

  private static final int FILES = 64;
  private static final long LARGEST = 4 << 20;

  /** <a href="https://peps.python.org/pep-0263/">PEP 263</a>, in one of the first two lines. */
  private static final Pattern COOKIE =
      Pattern.compile(
          "\\A(?:[ \\t\\f]*(?:#.*)?\\R)?[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");

  private static final Pattern NEWLINE = Pattern.compile("\\r\\n|\\n|\\r");
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Path directory;
  private final Map<String, List<String>> cache =
      new LinkedHashMap<>(FILES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > FILES;
        }
      };

  SourceFiles(String directory) {
    this.directory = path(directory);
  }

  /** The line without its margins; empty where there is none. */
  String line(String file, int lineno) {
    List<String> lines = cache.computeIfAbsent(file, this::read);
    return lineno >= 1 && lineno <= lines.size() ? lines.get(lineno - 1).strip() : "";
  }

  private List<String> read(String file) {
    try {
      Path path = directory.resolve(file);
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        return List.of();
      }
      return List.of(NEWLINE.split(decode(Files.readAllBytes(path)), -1));
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }

  private static String decode(byte[] bytes) {
    Matcher cookie = COOKIE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    Charset charset = cookie.lookingAt() ? charset(cookie.group(1)) : StandardCharsets.UTF_8;
    String text = new String(bytes, charset);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
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

  private static Path path(String directory) {
    try {
      return Path.of(directory);
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }
}
