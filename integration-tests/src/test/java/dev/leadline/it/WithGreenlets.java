package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.it.Interpreters.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * An interpreter that has greenlet.
 *
 * @param python the interpreter
 * @param variables where it finds greenlet, if that is not installed
 */
record WithGreenlets(Interpreter python, Map<String, String> variables) {

  private static final Pattern NEEDS = Pattern.compile("\\A# needs: (.*)");
  private static final Path HERE = Path.of("").toAbsolutePath();

  /** What is checked of a program. */
  interface Check {
    void on(WithGreenlets with, TestProgram program) throws IOException;
  }

  /**
   * One test for each of the programs on each interpreter that can import what the program's first
   * line names, as {@code # needs: gevent}; greenlet, if it names nothing.
   */
  static Stream<DynamicTest> onEach(List<TestProgram> programs, Check check) {
    List<WithGreenlets> all = all();
    if (all.isEmpty()) {
      String why = "LEADLINE_GREENLETS names no greenlet, and no interpreter has one; .ci/run does";
      return Stream.of(DynamicTest.dynamicTest(why, () -> Assumptions.abort(why)));
    }
    return programs.stream().flatMap(program -> tests(program, all, check));
  }

  private static Stream<DynamicTest> tests(
      TestProgram program, List<WithGreenlets> all, Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    String needs = needs(program);
    for (WithGreenlets with : all) {
      if (with.imports(needs)) {
        String name = Interpreters.version(with.python) + " " + program.name();
        tests.add(DynamicTest.dynamicTest(name, () -> check.on(with, program)));
      }
    }
    if (tests.isEmpty()) {
      String why = program.name() + ": no interpreter with greenlet has " + needs;
      tests.add(
          DynamicTest.dynamicTest(
              why,
              () -> {
                assertThat(inEnvironment()).as(why).isEmpty();
                Assumptions.abort(why);
              }));
    }
    return tests.stream();
  }

  private static List<WithGreenlets> all() {
    return inEnvironment()
        .orElseGet(
            () ->
                Interpreters.all().stream()
                    .map(python -> new WithGreenlets(python, Map.of()))
                    .filter(with -> with.imports("greenlet"))
                    .toList());
  }

  /**
   * What the environment names as {@code 3.11 DIRECTORY; 3.14 DIRECTORY:DIRECTORY}; empty where it
   * says nothing, which continuous integration never does.
   */
  private static Optional<List<WithGreenlets>> inEnvironment() {
    return Optional.ofNullable(System.getenv("LEADLINE_GREENLETS"))
        .map(
            text ->
                Arrays.stream(text.split(";"))
                    .map(one -> one.strip().split(" ", 2))
                    .flatMap(words -> named(Version.parse(words[0]), words[1]))
                    .toList());
  }

  /** Of interpreters that are left out on purpose, nothing is asked. */
  private static Stream<WithGreenlets> named(Version version, String path) {
    Map<String, String> variables = Map.of("PYTHONPATH", path, "LD_LIBRARY_PATH", path);
    return Interpreters.all().stream()
        .filter(python -> Interpreters.version(python).equals(version))
        .map(python -> new WithGreenlets(python, variables))
        .peek(with -> assertThat(with.imports("greenlet")).as("greenlet in " + path).isTrue());
  }

  private static String needs(TestProgram program) {
    Matcher matcher = NEEDS.matcher(TestProgram.text(Path.of(program.target())));
    return matcher.find() ? matcher.group(1) : "greenlet";
  }

  private boolean imports(String modules) {
    String statement = "import " + String.join(", ", modules.split(" "));
    List<String> command = List.of(python.executable().toString(), "-c", statement);
    return Run.process(HERE, new byte[0], variables, command).status() == 0;
  }

  /** Leadline's, for the same surroundings, and these. */
  String[] options(String... more) {
    return Stream.concat(
            variables.entrySet().stream()
                .flatMap(one -> Stream.of("--env", one.getKey() + "=" + one.getValue())),
            Arrays.stream(more))
        .toArray(String[]::new);
  }
}
