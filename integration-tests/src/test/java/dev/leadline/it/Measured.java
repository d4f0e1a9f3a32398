package dev.leadline.it;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.it.Interpreters.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An interpreter with a coverage.py that it can import, and one of coverage.py's ways to observe
 * lines.
 *
 * @param version X.Y of the interpreter, which may not be there
 * @param core {@code ctrace}, {@code pytrace} or {@code sysmon}, as {@code COVERAGE_CORE} has it
 * @param directory where the package is
 */
record Measured(Version version, String core, Path directory) {

  /** Names of coverage.py's classes, by core. */
  private static final Map<String, String> TRACERS =
      Map.of("ctrace", "CTracer", "pytrace", "PyTracer", "sysmon", "SysMonitor");

  /**
   * What the environment names as {@code 3.7 pytrace DIRECTORY; 3.11 ctrace DIRECTORY}; empty where
   * it says nothing, which continuous integration never does.
   */
  static Optional<List<Measured>> inEnvironment() {
    return Optional.ofNullable(System.getenv("LEADLINE_COVERAGE")).map(Measured::parse);
  }

  private static List<Measured> parse(String text) {
    return Arrays.stream(text.split(";")).map(Measured::parseOne).toList();
  }

  private static Measured parseOne(String text) {
    String[] words = text.strip().split(" ", 3);
    return new Measured(Version.parse(words[0]), words[1], Path.of(words[2]));
  }

  String tracer() {
    return TRACERS.get(core);
  }

  /** Of {@code sys.monitoring}, tools stand side by side. */
  boolean leavesUsTheTraceFunction() {
    return core.equals("sysmon");
  }

  /** As Leadline does; {@code sys.monitoring} reports branches by themselves. */
  boolean tracesLines() {
    return !core.equals("sysmon");
  }

  /** C code sets the trace function unseen. */
  boolean isSeenToCome() {
    return !core.equals("ctrace");
  }

  /**
   * Up to CPython 3.11, a thread that begins under a tracer in Python is not in the trace at all.
   */
  boolean takesThreadsForItself() {
    return core.equals("pytrace") && version.compareTo(Version.parse("3.12")) < 0;
  }

  Map<String, String> variables() {
    return Map.of("COVERAGE_CORE", core, "PYTHONPATH", directory.toString());
  }

  String executable() {
    return Interpreters.all().stream()
        .filter(one -> Interpreters.version(one).equals(version))
        .map(Interpreter::executable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no Python " + version + " to measure with"))
        .toString();
  }

  /** The interpreter by itself. */
  Outcome plain(Path work, String... words) {
    List<String> command = Stream.concat(Stream.of(executable()), Arrays.stream(words)).toList();
    return Run.process(work, new byte[0], variables(), command);
  }

  /** The same under Leadline, stored in {@code t.ndjson}. */
  Outcome traced(Path work, String... words) {
    List<String> command = new ArrayList<>(List.of("trace", "--quiet", "--module-level"));
    command.addAll(List.of("--format", "trace", "-o", "t.ndjson", "--python", executable()));
    command.addAll(List.of("--include", "main.py")); // by -m, the program's <module> is coverage's
    variables().forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
    command.addAll(List.of(words));
    return Run.leadline(work, command);
  }

  @Override
  public String toString() {
    return version + " " + core + " of " + directory.getFileName();
  }
}
