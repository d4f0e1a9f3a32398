package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of a project, and what a build does with it. It says what it sees of its surroundings,
 * so that its output is that of a plain run only where Leadline leaves them alone.
 *
 * @param directory the project's
 * @param out where the build puts what it makes
 */
record PipelineProgram(Path directory, Path out) {

  static final String NAME = "größe.py";

  private static final String PROGRAM =
      """
      import locale, os, sys
      import masse

      out = sys.stdout.buffer
      for name in 'HOME', 'LANG', 'LC_ALL', 'PWD', 'TMPDIR', 'TMP':
          out.write(b'%s %s\\n' % (name.encode(), ascii(os.environ.get(name)).encode()))
      # the encodings depend on the version, the bytes do not
      words = list(map(os.fsencode, sys.argv + [os.getcwd()]))
      usual = sys.stdout.encoding.lower() == locale.getpreferredencoding(False).lower()
      out.write(ascii([words, usual]).encode() + b'\\n')
      out.write('grüße %d\\n'.encode() % masse.summe(3))
      """;

  private static final String MODULE =
      """
      def fläche(n):
          return n * n

      def summe(n):
          return fläche(n) + fläche(n + 1)
      """;

  private static final String CHECK =
      """
      runs:
        - program: größe.py
          args: [ärger]
          python: ["%s", "%s"]
          expect:
            exit: 0
            calls: {fläche: 2}
            golden: ../out/größe.golden
      """;

  /** Runs a command in the surroundings of a test. */
  interface Place {
    Outcome run(List<String> command);
  }

  /** A project in that directory, with a directory beside it for the results. */
  static PipelineProgram in(Path work) throws IOException {
    Path directory = Files.createDirectory(work.resolve("project"));
    Files.writeString(directory.resolve(NAME), PROGRAM);
    Files.writeString(directory.resolve("masse.py"), MODULE);
    return new PipelineProgram(directory, Files.createDirectory(work.resolve("out")));
  }

  /** Each command does in that place what it does anywhere, and leaves the project as it is. */
  void isServed(Place place, Path launcher, String one, String other) throws IOException {
    Files.writeString(directory.resolve("leadline.yaml"), CHECK.formatted(one, other));
    List<Path> before = files();
    String trace = out.resolve("übersicht.ndjson").toString();

    Outcome plain = place.run(List.of(one, NAME, "ärger"));
    assertThat(plain.status()).as(plain.errText()).isZero();
    assertThat(plain.outText()).endsWith("grüße 25\n");
    Outcome traced =
        place.run(words(launcher, "trace", "-o", trace, "--python", one, NAME, "ärger"));
    assertThat(traced.status()).as(traced.errText()).isZero();
    assertThat(traced.outText()).isEqualTo(plain.outText());
    assertThat(traced.errText()).startsWith("leadline: ").contains(trace + "; the program comple");

    assertThat(shown(place, words(launcher, "report", trace, "--format", "tree")))
        .contains(NAME + " ärger on CPython", "fläche", "summe");
    assertThat(shown(place, words(launcher, "depths", "--python", one, NAME, "ärger")))
        .contains("program completed");
    String[] compare = {"compare", "--python", one, "--python", other, NAME, "ärger"};
    assertThat(shown(place, words(launcher, compare))).contains("Did the same: ");
    assertThat(shown(place, words(launcher, "check", "--update"))).contains(" 6 hold, 0 do not");
    String junit = out.resolve("ergebnis.xml").toString();
    assertThat(shown(place, words(launcher, "check", "--junit", junit)))
        .contains(NAME + " ärger on ", " 6 hold, 0 do not");
    assertThat(Path.of(junit)).content().contains("golden: größe.golden");
    assertThat(files()).isEqualTo(before);
  }

  private static String shown(Place place, List<String> command) {
    Outcome outcome = place.run(command);
    assertThat(outcome.status()).as("%s%n%s", command, outcome.errText()).isZero();
    assertThat(outcome.errText()).doesNotContain("fault", "Exception");
    return outcome.outText();
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> !file.toString().contains("__pycache__")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(Path launcher, String... words) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(Arrays.asList(words));
    return command;
  }
}
