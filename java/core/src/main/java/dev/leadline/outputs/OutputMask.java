package dev.leadline.outputs;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.PythonVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces in a line what names the interpreter that wrote it, and what no two runs have in common:
 * addresses, names of temporary files, the interpreter's version, its executable and its library.
 * Lines are Latin-1 texts, which keep each byte apart.
 */
final class OutputMask {

  /**
   * A replacement.
   *
   * @param hint what a line has in it that the pattern finds something in: most lines have not, and
   *     outputs may be long
   */
  private record Rule(String hint, Pattern pattern, String replacement) {
    String apply(String line) {
      return line.contains(hint) ? pattern.matcher(line).replaceAll(replacement) : line;
    }
  }

  private static final String FILE = "File \"";

  private static final List<Rule> OF_ANY_RUN =
      List.of(
          new Rule("0x", Pattern.compile("\\b0x[0-9a-fA-F]{8,16}\\b"), "0x*"),
          new Rule("/tmp", Pattern.compile("(?<=/)tmp[a-z0-9_]{8}(?![\\w-])"), "tmp*"),
          new Rule(
              "pytest-", Pattern.compile("(?<=/)pytest-of-[^/ ]+/pytest-\\d+(?![\\w-])"), "tmp*"));

  /** What {@code sys.version} has behind the number: {@code (main, May 9 2026, 07:35:25)}. */
  private static final String BUILD =
      "(?: \\([^()]*, [A-Z][a-z]{2} +\\d+ \\d{4}, [\\d:]{8}\\)(?: ?\\[[^\\]]*\\])?)?";

  private final List<Rule> rules = new ArrayList<>();

  /**
   * The mask of what an interpreter writes.
   *
   * @param directory where the program runs: tracebacks name its files from there up to 3.8, and by
   *     their absolute paths since
   */
  OutputMask(Interpreter python, Path directory) {
    String files = "(?<=File \")" + Pattern.quote(latin(directory + "/"));
    rules.add(new Rule(FILE, Pattern.compile(files), ""));
    PythonVersion version = python.version();
    String minor = version.major() + "." + version.minor();
    executables(python).forEach(path -> rules.add(literal(path, "(?!\\w|\\.\\w)", "<python>")));
    for (String prefix : longestFirst(Stream.of(python.prefix(), python.basePrefix()))) {
      for (String lib : List.of("/lib/", "/lib64/")) {
        rules.add(literal(prefix + lib + "python" + minor, "t?(?=/|\\b)", "<library>"));
      }
      rules.add(literal(prefix + "\\Lib\\", "", "<library>\\\\"));
    }
    // the lines of the library's own files
    rules.add(
        new Rule(FILE, Pattern.compile("(File \"<library>[/\\\\][^\"]+\", line )\\d+"), "$1*"));
    rules.add(
        new Rule(
            minor,
            Pattern.compile(
                "(?<![0-9.])%s(?:\\.%d(?:%s)?\\+?)?(?![0-9]|\\.[0-9])%s"
                    .formatted(Pattern.quote(minor), version.micro(), level(version), BUILD)),
            "<version>"));
    rules.add(
        new Rule(
            ", ",
            Pattern.compile(
                "\\((major=)?%d, (minor=)?%d(?:, (micro=)?%d(?:, (releaselevel=)?'\\w+', (serial=)?\\d+)?)?\\)"
                    .formatted(version.major(), version.minor(), version.micro())),
            "(<version>)"));
    rules.add(
        new Rule(
            "py",
            Pattern.compile(
                "(?<=cpython-|python|py)%d%d(?![0-9])".formatted(version.major(), version.minor())),
            "<version>"));
    rules.addAll(OF_ANY_RUN);
  }

  /** The line as it is compared. */
  String apply(String line) {
    String masked = line;
    for (Rule rule : rules) {
      masked = rule.apply(masked);
    }
    return masked;
  }

  private static List<String> executables(Interpreter python) {
    return longestFirst(Stream.of(python.executable().toString(), python.sysExecutable()));
  }

  private static List<String> longestFirst(Stream<String> paths) {
    return paths
        .filter(path -> !path.isEmpty())
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String level(PythonVersion version) {
    String text = version.toString();
    String release = version.major() + "." + version.minor() + "." + version.micro();
    return Pattern.quote(text.substring(release.length()));
  }

  private static Rule literal(String path, String behind, String replacement) {
    String text = latin(path);
    return new Rule(text, Pattern.compile(Pattern.quote(text) + behind), replacement);
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
