package dev.leadline.execution;

import dev.leadline.event.Code;
import dev.leadline.event.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files that are the same on every interpreter, in every directory and at every run. Paths
 * are those of the machine that recorded, which need not be ours: they are taken as text.
 */
final class CanonicalFiles {

  private static final Pattern LIBRARY =
      Pattern.compile(
          ".*?/(?:lib|lib64|Lib)/(?:python\\d[^/]*/)?(?!site-packages|dist-packages)(.+)");

  private static final Pattern INSTALLED =
      Pattern.compile(".*/(?:site-packages|dist-packages)/(.+)");

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*");
  private static final Pattern FROZEN = Pattern.compile("<frozen (.+)>");
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{4,}");

  /** What {@code tempfile} and pytest call their directories and files. */
  private static final Pattern TEMPORARY =
      Pattern.compile("(?<=/)(?:tmp[a-z0-9_]{8}|pytest-of-[^/]+/pytest-\\d+)(?=[/.]|$)");

  private final String directory;
  private final List<String> roots = new ArrayList<>();

  CanonicalFiles(Header header) {
    this.directory = slashed(header.cwd());
    header.recording().roots().forEach(root -> roots.add(normalised(slashed(root))));
    // the innermost root names a file best
    roots.sort((one, other) -> other.length() - one.length());
  }

  String of(Code code) {
    String file = slashed(code.file());
    return switch (code.scope()) {
      case FROZEN -> library(group(FROZEN, file, file).replace('.', '/'));
      case STDLIB -> library(group(LIBRARY, file, file));
      case SITE -> installed(file);
      case USER, RUNNER, AGENT, GENERATED ->
          generated(file) ? masked(file) : relative(absolute(file));
    };
  }

  private static String library(String file) {
    return "{stdlib}/" + file.replaceFirst("\\.pyc?$", "").replaceFirst("/__init__$", "");
  }

  private String installed(String file) {
    Matcher inside = INSTALLED.matcher(file);
    return inside.matches() ? "{site}/" + inside.group(1) : relative(absolute(file));
  }

  private String relative(String file) {
    for (String root : roots) {
      if (file.startsWith(root) && file.startsWith("/", root.length())) {
        return file.substring(root.length() + 1);
      }
    }
    return masked(file);
  }

  private static boolean generated(String file) {
    return file.isEmpty() || file.startsWith("<");
  }

  private static String masked(String file) {
    return ADDRESS.matcher(TEMPORARY.matcher(file).replaceAll("tmp*")).replaceAll("0x*");
  }

  private String absolute(String file) {
    boolean rooted = file.startsWith("/") || DRIVE.matcher(file).matches();
    return normalised(rooted || directory.isEmpty() ? file : directory + "/" + file);
  }

  private static String normalised(String file) {
    List<String> parts = new ArrayList<>();
    for (String part : file.split("/")) {
      boolean up = part.equals("..") && !parts.isEmpty() && !parts.get(parts.size() - 1).isEmpty();
      if (up) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".") && (!part.isEmpty() || parts.isEmpty())) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String group(Pattern pattern, String text, String otherwise) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? matcher.group(1) : otherwise;
  }

  private static String slashed(String path) {
    return path.replace('\\', '/');
  }
}
