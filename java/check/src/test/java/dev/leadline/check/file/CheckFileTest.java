package dev.leadline.check.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadline.check.plan.CheckPlan;
import dev.leadline.check.plan.PlannedRun;
import dev.leadline.check.plan.PlannedRun.Pythons;
import dev.leadline.event.Scope;
import dev.leadline.run.Program;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFileTest {

  private static final Path GOOD = Corpus.DIRECTORY.resolve("good");

  @TempDir Path directory;

  @Test
  void everyKeyArrives() throws CheckFileException {
    CheckPlan plan = CheckFile.load(Path.of("every-key.yaml"), GOOD, false);

    assertThat(plan.file()).isEqualTo("every-key.yaml");
    assertThat(plan.runs()).extracting(PlannedRun::name).containsExactly("shop", "module", "code");
    PlannedRun shop = plan.runs().get(0);
    assertThat(shop.place()).hasToString("every-key.yaml:12");
    assertThat(shop.spec().program())
        .isEqualTo(
            new Program(
                Program.Kind.SCRIPT, "shop.py", List.of("--fast", "input.txt", "3", "true")));
    assertThat(shop.spec().directory()).isEqualTo(Corpus.DIRECTORY);
    assertThat(shop.spec().stdin()).contains(Corpus.DIRECTORY.resolve("input.txt"));
    assertThat(shop.spec().environment())
        .isEqualTo(
            Map.of(
                "MODE", Optional.of("fast"), "OLD", Optional.empty(), "DEBUG", Optional.of("1")));
    assertThat(shop.pythons()).isEqualTo(Pythons.ALL);
    assertThat(shop.spec().pythonOptions()).containsExactly("-O", "-X", "utf8");
    assertThat(shop.spec().timeout()).contains(Duration.ofSeconds(90));
    assertThat(shop.spec().follow()).isTrue();
    assertThat(shop.spec().recording().cutoff()).isEqualTo(OptionalInt.of(3));
    assertThat(shop.spec().recording().levels()).isEqualTo(OptionalInt.of(5));
    assertThat(shop.spec().recording().scopes()).containsExactlyInAnyOrder(Scope.USER, Scope.SITE);
    assertThat(shop.spec().recording().roots())
        .containsExactly(Corpus.DIRECTORY.toString(), Corpus.DIRECTORY.resolve("pkg").toString());
    assertThat(shop.spec().recording().include()).containsExactly("shop.py", "*.pkg");
    assertThat(shop.spec().recording().exclude()).containsExactly("*/vendor/*");
    assertThat(shop.spec().recording().functions()).containsExactly("Order.*");
    assertThat(shop.spec().recording().redact()).contains("card*", "*password*");
    assertThat(shop.spec().recording().values()).isEmpty();
  }

  @Test
  void expectationsStandInTheOrderOfTheirKeysWithTheirPlaces() throws CheckFileException {
    CheckPlan plan = CheckFile.load(Path.of("every-key.yaml"), GOOD, false);

    assertThat(titles(plan.runs().get(0)))
        .startsWith(
            "31 exit: 0",
            "32 raises: ValueError in Order.total",
            "33 calls: Order.total exactly 3",
            "33 calls: Order.* at least 1 and at most 5",
            "33 calls: main at most 1",
            "34 never: function Order.delete")
        .contains("36 at most 13 levels of calls", "44 at most 0.50 of the time of module")
        .hasSizeGreaterThanOrEqualTo(23);
  }

  @Test
  void defaultsAreWonOverKeyByKey() throws CheckFileException {
    List<PlannedRun> runs = CheckFile.load(Path.of("every-key.yaml"), GOOD, false).runs();

    assertThat(titles(runs.get(1)))
        .satisfiesExactly(
            exit -> assertThat(exit).isEqualTo("10 exit: 3"),
            raises -> assertThat(raises).endsWith(" raises: none"),
            levels -> assertThat(levels).isEqualTo("9 at most 12 levels of calls"));
    assertThat(runs.get(1).pythons()).isEqualTo(new Pythons(List.of("3.8", "3.10"), false));
    assertThat(runs.get(2).pythons()).isEqualTo(new Pythons(List.of("3.10"), false));
    assertThat(runs.get(2).spec().environment()).containsEntry("MODE", Optional.of("test"));
    assertThat(runs.get(2).spec().timeout()).contains(Duration.ofSeconds(30));
  }

  @Test
  void whatIsNotSaidIsAsOnTheCommandLine() throws CheckFileException {
    List<PlannedRun> runs = CheckFile.load(Path.of("other-forms.yaml"), GOOD, false).runs();

    assertThat(runs)
        .extracting(PlannedRun::name)
        .containsExactly("../shop.py", "the same again", "../pkg", "-c pass");
    assertThat(runs.get(2).spec().program().kind()).isEqualTo(Program.Kind.DIRECTORY);
    assertThat(titles(runs.get(2))).containsExactly("24 exit: 1", "25 raises: OSError, uncaught");
    assertThat(titles(runs.get(3))).containsExactly("26 exit: 0");
    assertThat(runs.get(3).pythons()).isEqualTo(Pythons.DEFAULT);
    assertThat(runs.get(3).spec().directory()).isEqualTo(GOOD);
    assertThat(runs.get(3).spec().recording().cutoff()).isEmpty();
    assertThat(titles(runs.get(0)))
        .noneMatch(title -> title.contains("exit"))
        .contains("12 order: a before b", "12 order: c before d");
  }

  @Test
  void aliasesAndMergeKeysAreResolved() throws CheckFileException {
    List<PlannedRun> runs = CheckFile.load(Path.of("aliases.yaml"), GOOD, false).runs();

    assertThat(runs).extracting(PlannedRun::name).containsExactly("first", "second", "third");
    assertThat(runs.get(1).spec().environment())
        .isEqualTo(Map.of("A", Optional.of("1"), "B", Optional.of("3")));
    assertThat(runs)
        .extracting(run -> run.spec().timeout().orElseThrow().toSeconds())
        .containsExactly(5L, 6L, 5L);
  }

  @Test
  void theDigestIsThatOfThePlanWhereverItLies() throws Exception {
    String text = "runs:\n  - code: pass\n    env: {A: '1', B: '2', C: '3'}\n";
    Path other = Files.createDirectory(directory.resolve("other")).resolve("leadline.yaml");
    Files.writeString(other, text);

    String digest =
        CheckFile.load(Path.of("leadline.yaml"), other.getParent(), false).digest().text();

    assertThat(digest).hasSize(64).isEqualTo(digestOf(text));
    assertThat(digestOf(text.replace("pass", "1"))).isNotEqualTo(digest);
    assertThat(digestOf(text.replace("'3'", "'4'"))).isNotEqualTo(digest);
    assertThat(digestOf(text + "    scope: [user, site]\n"))
        .isNotEqualTo(digest)
        .isEqualTo(digestOf(text + "    scope: [site, user]\n"));
    assertThat(digestOf(text + "    expect: {max-level: 3}\n")).isNotEqualTo(digest);
  }

  private String digestOf(String text) throws IOException, CheckFileException {
    write(text);
    return CheckFile.load(Path.of("leadline.yaml"), directory, false).digest().text();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void allThatIsWrongIsSaidAtOnceInItsPlace(Path file) throws IOException {
    CheckFileException refused = refused(file);

    assertThat(refused.problems().stream().map(CheckFileTest::withoutColumn))
        .isNotEmpty()
        .containsExactlyElementsOf(Corpus.problems(file));
  }

  static Stream<Path> wrong() throws IOException {
    return Stream.of("bad", "beyond", "unreadable")
        .flatMap(
            kind -> {
              try {
                return Corpus.files(kind).stream();
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  @Test
  @Timeout(60)
  void whatNamesAPipeADeviceOrTooMuchIsRefusedBeforeAnythingRuns() throws Exception {
    Path fifo = directory.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    Files.writeString(directory.resolve("lines"), "x\n".repeat(3_000_000));
    Files.writeString(directory.resolve("long"), "x".repeat(30_000_000));
    try (RandomAccessFile huge = new RandomAccessFile(directory.resolve("huge").toFile(), "rw")) {
      huge.setLength(1L << 31);
    }
    StringBuilder runs = new StringBuilder("runs:\n");
    List<String> goldens = List.of("fifo", "/dev/zero", ".", "lines", "long", "huge");
    for (String golden : goldens) {
      runs.append("  - {name: ").append(golden).append(", code: pass, expect: {golden: ");
      runs.append(golden).append("}}\n");
    }
    runs.append("  - {name: in, code: pass, stdin: fifo, expect: {stdout: /dev/zero}}\n");
    runs.append("  - {name: zero, code: pass, stdin: /dev/zero, expect: {stdout: fifo}}\n");
    runs.append("  - {name: none, code: pass, stdin: /dev/null, expect: {stdout: missing}}\n");

    String no = " is no regular file";
    assertThat(refused(write(runs.toString())).problems().stream().map(CheckFileTest::said))
        .containsExactly(
            fifo + no,
            "/dev/zero" + no,
            directory + no,
            directory + "/lines:200001: it has more than 200,000 lines",
            directory + "/long:1: a line is longer than 1 MiB",
            directory + "/huge: it is larger than 64 MiB",
            fifo + no,
            "/dev/zero" + no,
            "/dev/zero" + no,
            fifo + no);
  }

  /** A problem without its place and its path. */
  private static String said(String problem) {
    return problem.substring(problem.indexOf(": ", problem.indexOf(": ") + 2) + 2);
  }

  /** One word of a file put in place of another: it is a plan, or it is said what is wrong. */
  @ParameterizedTest
  @ValueSource(strings = {"every-key.yaml", "other-forms.yaml", "aliases.yaml", "plan.json"})
  void anyFileIsAPlanOrHasProblems(String name) throws IOException {
    String whole = Files.readString(GOOD.resolve(name));
    List<String> words =
        Stream.concat(
                Pattern.compile("[\\w.*-]+|\\W").matcher(whole).results().map(MatchResult::group),
                Stream.of("[]", "{}", "null", "-1", "1e9", "&a", "*a", "<<: *a", "\u0001", "- "))
            .distinct()
            .toList();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      int at = random.nextInt(whole.length());
      int length = random.nextInt(Math.min(12, whole.length() - at));
      String word = words.get(random.nextInt(words.size()));
      write(whole.substring(0, at) + word + whole.substring(at + length));
      try {
        assertThat(CheckFile.load(Path.of("leadline.yaml"), directory, false).runs()).isNotEmpty();
      } catch (CheckFileException e) {
        assertThat(e.problems()).isNotEmpty().allMatch(line -> line.startsWith("leadline.yaml"));
      }
    }
  }

  @Test
  void theColumnIsThatOfTheFirstLetter() throws IOException {
    Path file = write("runs:\n  - code: pass\n    levels:   many\n    leves: 1\n");

    assertThat(refused(file).problems())
        .satisfiesExactly(
            one -> assertThat(one).startsWith("leadline.yaml:3:15: runs[0].levels: wants"),
            two ->
                assertThat(two).startsWith("leadline.yaml:4:5: runs[0]: there is no key 'leves'"));
  }

  @Test
  void whatIsSaidHarmsNoTerminalAndHasAnEnd() throws IOException {
    String runs = "  - \"\\e[31m\\n\"\n".repeat(60);

    assertThat(refused(write("runs:\n" + runs)).problems())
        .hasSize(51)
        .startsWith(
            "leadline.yaml:2:5: runs[0]: wants a mapping of "
                + Corpus.keys(RunKeys.RUN)
                + ", not \"\\x1b[31m\\n\"")
        .endsWith("leadline.yaml: and 10 more");
  }

  @Test
  void aFewLinesOfAliasesDoNotFillTheMemory() throws IOException {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String all = ("*a" + (i - 1) + ", ").repeat(10);
      text.append("a" + i + ": &a" + i + " [" + all + "]\n");
    }

    assertThat(refused(write(text.toString())).problems())
        .singleElement()
        .asString()
        .contains("with its aliases the file holds more than 1000000 values");
  }

  @Test
  void mergedMappingsAreBoundedToo() throws IOException {
    StringBuilder text = new StringBuilder("a: &a {");
    for (int i = 0; i < 5000; i++) {
      text.append("k" + i + ": 1, ");
    }
    text.append("}\nb: {<<: [" + "*a, ".repeat(1000) + "]}\n");

    assertThat(refused(write(text.toString())).problems())
        .singleElement()
        .asString()
        .contains("with its aliases the file holds more than 1000000 values");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertThat(refused(write("runs: " + "[".repeat(100_000))).problems())
        .containsExactly("leadline.yaml:1:57: nested more than 50 deep");
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Path file = directory.resolve("leadline.yaml");
    Files.write(file, new byte[] {'a', ':', (byte) 0xff});
    assertThat(refused(file).problems()).containsExactly("leadline.yaml: it is not UTF-8");

    assertThat(refused(write("runs: \u0001")).problems())
        .singleElement()
        .asString()
        .startsWith("leadline.yaml:1:1: cannot be read as YAML: ")
        .doesNotContain("\n");
    assertThat(refused(directory.resolve("none.yaml")).problems())
        .containsExactly("none.yaml: there is no such check file");
    assertThatThrownBy(() -> CheckFile.load(Path.of("."), directory, false))
        .hasMessage(".: it is a directory");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("leadline.yaml"), text);
  }

  private static CheckFileException refused(Path file) {
    return catchThrowableOfType(
        CheckFileException.class,
        () -> CheckFile.load(file.getFileName(), file.getParent(), false));
  }

  private static List<String> titles(PlannedRun run) {
    return run.expectations().stream()
        .map(planned -> planned.place().line() + " " + planned.expectation().title())
        .toList();
  }

  private static String withoutColumn(String problem) {
    return problem.replaceFirst("^([^:]+:\\d+):\\d+:", "$1:");
  }
}
