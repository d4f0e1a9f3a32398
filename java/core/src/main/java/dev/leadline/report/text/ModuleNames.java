package dev.leadline.report.text;

import dev.leadline.event.Header;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short names of source files: their dotted modules, as far as a path says them. {@code
 * /usr/lib/python3.11/json/decoder.py} is {@code json.decoder}.
 */
public final class ModuleNames {

  private static final Pattern LIBRARY =
      Pattern.compile(
          ".*[/\\\\](?:(?:site|dist)-packages|[Pp]ython\\d[\\d.]*t?(?:\\.zip|[/\\\\]Lib)?)[/\\\\]");

  private static final Pattern SUFFIX = Pattern.compile("([/\\\\]__init__)?\\.py[cw]?$");
  private static final Pattern FROZEN = Pattern.compile("<frozen (.+)>");
  private static final Pattern PARTS = Pattern.compile("[/\\\\]+");
  private static final Pattern NAME =
      Pattern.compile("[\\w&&\\D]\\w*", Pattern.UNICODE_CHARACTER_CLASS);

  private ModuleNames() {}

  /** The name of a file; a file that is no module keeps its own name. */
  public static String of(String file, Header header) {
    Matcher frozen = FROZEN.matcher(file);
    if (frozen.matches()) {
      return frozen.group(1);
    }
    Matcher suffix = SUFFIX.matcher(file);
    if (file.startsWith("<") || !suffix.find()) {
      return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
    String[] parts = PARTS.split(relative(file.substring(0, suffix.start()), header));
    int first = parts.length - 1;
    while (first > 0 && NAME.matcher(parts[first - 1]).matches()) {
      first--;
    }
    return String.join(".", List.of(parts).subList(first, parts.length));
  }

  private static String relative(String file, Header header) {
    Matcher library = LIBRARY.matcher(file);
    if (library.lookingAt()) {
      return file.substring(library.end());
    }
    String shortest = Phrases.file(file, header);
    // CPython up to 3.8 has the file of a script as it was given
    String whole = isAbsolute(file) ? file : header.cwd() + "/" + file;
    for (String root : header.recording().roots()) {
      String inside = Phrases.below(root, whole);
      shortest = inside.length() < shortest.length() ? inside : shortest;
    }
    return isAbsolute(shortest) ? lastTwo(shortest) : shortest;
  }

  private static boolean isAbsolute(String file) {
    return file.startsWith("/") || file.startsWith("\\") || file.indexOf(':') == 1;
  }

  /** The directory of a file may be its package. */
  private static String lastTwo(String path) {
    String[] parts = PARTS.split(path);
    return String.join("/", List.of(parts).subList(Math.max(0, parts.length - 2), parts.length));
  }
}
