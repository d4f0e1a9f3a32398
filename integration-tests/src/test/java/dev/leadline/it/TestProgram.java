package dev.leadline.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.it.Interpreters.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One program to trace.
 *
 * @param name how tests call it
 * @param directory where it is run
 * @param kind {@code script} or {@code module}
 * @param target path or module name
 * @param args what it gets
 * @param since the oldest version that can run it
 */
record TestProgram(
    String name, Path directory, String kind, String target, List<String> args, Version since) {

  private static final Pattern SINCE = Pattern.compile("\\A# python: (\\d+\\.\\d+)\\+");
  private static final Version OLDEST = Version.parse("3.6");

  TestProgram {
    args = List.copyOf(args);
  }

  /** What is checked of a program on an interpreter. */
  interface Check {
    void on(Interpreter python, TestProgram program) throws IOException;
  }

  /** One test for each release of CPython and each of the programs that it can run. */
  static Stream<DynamicTest> onEveryInterpreter(List<TestProgram> programs, Check check) {
    return Interpreters.releases().stream()
        .flatMap(
            python ->
                programs.stream()
                    .filter(program -> program.runsOn(Interpreters.version(python)))
                    .map(
                        program ->
                            DynamicTest.dynamicTest(
                                python.version() + " " + program.name(),
                                () -> check.on(python, program))));
  }

  /** The scripts of a directory, by name; their first line may say {@code # python: 3.8+}. */
  static List<TestProgram> scripts(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .sorted()
          .map(TestProgram::script)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines {@code [3.9+] MODULE ARGS...} of a file. */
  static List<TestProgram> modules(Path list) {
    List<TestProgram> modules = new ArrayList<>();
    for (String line : text(list).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        modules.add(module(line, list.getParent()));
      }
    }
    return modules;
  }

  boolean runsOn(Version version) {
    return version.compareTo(since) >= 0;
  }

  /** The command line of Leadline and python for it. */
  List<String> commandLine() {
    List<String> words = new ArrayList<>(kind.equals("module") ? List.of("-m") : List.of());
    words.add(target);
    words.addAll(args);
    return words;
  }

  static String text(Path file) {
    try {
      return Files.readString(file, ISO_8859_1); // one character a byte, whatever its encoding is
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestProgram script(Path file) {
    Matcher marker = SINCE.matcher(text(file));
    return new TestProgram(
        file.getFileName().toString(),
        file.getParent(),
        "script",
        file.toString(),
        List.of(),
        marker.find() ? Version.parse(marker.group(1)) : OLDEST);
  }

  private static TestProgram module(String line, Path directory) {
    List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
    boolean dated = words.get(0).endsWith("+");
    Version since = dated ? Version.parse(words.remove(0).replace("+", "")) : OLDEST;
    String name = "-m " + String.join(" ", words);
    return new TestProgram(
        name, directory, "module", words.get(0), words.subList(1, words.size()), since);
  }
}
