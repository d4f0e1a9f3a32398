package dev.leadline.interpreter;

import dev.leadline.interpreter.Probed.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The question that an executable is asked, and how its answer is read. */
final class ProbeAnswer {

  /**
   * The interpreter options of the question. Python 2.7 has no {@code -I}; what it adds to {@code
   * -E -s} does not matter to a program that imports {@code sys} alone.
   */
  static final List<String> OPTIONS = List.of("-E", "-s", "-S", "-c");

  /**
   * The question: one line of Python that every version since 2.6 understands, without double
   * quotes since Windows would eat them. The numbers come first and alone, so that they are there
   * even if an old version cannot encode its own path.
   */
  static final String QUESTION =
      "import sys;v=sys.version_info;i=getattr(sys,'implementation',None);"
          + "o=getattr(sys.stdout,'buffer',sys.stdout);"
          + "o.write(('leadline-probe\\0%d\\0%d\\0%d\\0%s\\0%d\\0' % tuple(v)).encode('ascii'));"
          + "i and o.write('\\0'.join([i.name,'free-threading' in sys.version and 't' or '',"
          + "sys.executable or '',sys.prefix,sys.base_prefix]).encode('utf-8','backslashreplace'))";

  private static final Pattern VERSION =
      Pattern.compile("leadline-probe\0(\\d+)\0(\\d+)\0(\\d+)\0(\\w+)\0(\\d+)\0");

  private static final int REST_FIELDS = 5;

  private static final Map<String, String> OTHER_IMPLEMENTATIONS =
      Map.of(
          "pypy", "PyPy",
          "graalpy", "GraalPy",
          "jython", "Jython",
          "ironpython", "IronPython",
          "rustpython", "RustPython");

  private ProbeAnswer() {}

  /** Reads what the executable printed; whatever it is, there is an answer. */
  static Probed read(Path executable, int status, String out, String err) {
    Matcher numbers = VERSION.matcher(out);
    if (!numbers.find()) {
      return new Refusal(executable, "it is not Python: " + instead(status, out, err));
    }
    PythonVersion version = version(numbers);
    if (version.compareTo(PythonVersion.OLDEST) < 0) {
      return new Refusal(
          executable,
          "it is Python " + version + ", and Leadline needs CPython 3.6 or newer",
          Optional.of(version));
    }
    String[] rest = out.substring(numbers.end()).split("\0", -1);
    if (rest.length != REST_FIELDS) {
      return new Refusal(executable, "it is not Python: its answer is cut");
    }
    if (!rest[0].equals("cpython")) {
      String name = OTHER_IMPLEMENTATIONS.getOrDefault(rest[0], rest[0]);
      return new Refusal(
          executable,
          "it is " + name + " (Python " + version + "), and Leadline needs CPython",
          Optional.of(version));
    }
    return new Interpreter(
        executable, version, rest[0], rest[2], rest[3], rest[4], rest[1].equals("t"));
  }

  private static PythonVersion version(Matcher numbers) {
    return new PythonVersion(
        Integer.parseInt(numbers.group(1)),
        Integer.parseInt(numbers.group(2)),
        Integer.parseInt(numbers.group(3)),
        numbers.group(4),
        Integer.parseInt(numbers.group(5)));
  }

  private static String instead(int status, String out, String err) {
    Optional<String> said = firstLine(out).or(() -> firstLine(err));
    return said.map(line -> "it printed \"" + line + "\"")
        .orElse("it printed nothing and ended with status " + status);
  }

  private static Optional<String> firstLine(String text) {
    int longest = 100;
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line.length() > longest ? line.substring(0, longest) + "..." : line)
        .findFirst();
  }
}
