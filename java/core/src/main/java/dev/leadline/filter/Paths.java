package dev.leadline.filter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Paths as the traced interpreter wrote them, compared as text: the trace may come from another
 * machine, or from another operating system.
 */
final class Paths {

  private Paths() {}

  /**
   * The path from the root down, with {@code /} between its parts and no {@code .} or {@code ..}.
   */
  static String absolute(String cwd, String file) {
    String path = file.replace('\\', '/');
    String whole = isAbsolute(path) ? path : cwd.replace('\\', '/') + '/' + path;
    Deque<String> parts = new ArrayDeque<>();
    for (String part : whole.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return (whole.startsWith("/") ? "/" : "") + String.join("/", parts);
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || path.length() > 2 && path.charAt(1) == ':';
  }

  /**
   * The part of an absolute file behind an absolute root, without a slash in front, if it is under
   * it.
   */
  static Optional<String> under(String root, String file) {
    String prefix = root.endsWith("/") ? root : root + "/";
    return file.startsWith(prefix)
        ? Optional.of(file.substring(prefix.length()))
        : Optional.empty();
  }

  static String baseName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
