package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code leadline check} and {@code merge}, on the oldest and the newest interpreter. */
class CheckTest {

  private static final Path EXAMPLE = Repository.TESTS.resolve("check/example");

  private static final String EVERYTHING =
      """
          program: shop.py
          args: [tea, cup, tea]
          expect:
            calls: {Order.add: 3, "Order.*": {at-least: 5, at-most: 20}}
            never: [{function: Order.remove}, {module: requests}, {exception: KeyError}]
            order: [Order.add, Order.total]
            max-level: 4
            max-events: 1000
            raises: none
            coverage: {overall: 80, files: {shop.py: 80}}
            returns: {Order.total: "14"}
            args: [{function: Order.add, name: thing, value: "'cup'", when: ever}]
            same-across: true
            stdout: out.txt
            golden: shop.golden
      """;

  @TempDir Path work;
  private String shop;

  @BeforeEach
  void writeProgram() throws IOException {
    shop = Files.readString(EXAMPLE.resolve("shop.py"));
    write("shop.py", shop);
    write("out.txt", "14\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(work.resolve(name), text);
  }

  private String pythons() {
    List<Path> all = Interpreters.all().stream().map(Interpreter::executable).toList();
    return "defaults:\n  python: ['" + all.get(0) + "', '" + all.get(all.size() - 1) + "']\n";
  }

  private Outcome check(String... args) {
    return Run.leadline(work, Stream.concat(Stream.of("check"), Stream.of(args)).toList());
  }

  @Test
  void aGoldenTraceIsWrittenAndThenEverythingHolds() throws IOException {
    write("leadline.yaml", pythons() + "runs:\n  - name: shop\n" + EVERYTHING);

    Outcome without = check();
    Outcome updating = check("--update");
    Outcome after = check("--junit", "target/leadline.xml");

    assertThat(without.status()).isEqualTo(1);
    assertThat(without.outText()).contains("no golden trace shop.golden; write it with --update");
    assertThat(updating.status()).as(updating.outText() + updating.errText()).isZero();
    assertThat(Files.readString(work.resolve("shop.golden")))
        .contains(
            "\nmain\n  Order.__init__\n  Order.add x3\n  Order.total\n    Order.total.<locals>.<genexpr>\n      Order.price x3\n");
    assertThat(after.status()).as(after.outText() + after.errText()).isZero();
    assertThat(after.outText()).contains("2 runs, 34 expectations: 34 hold, 0 do not, 0 unknown");
    assertThat(after.errText()).isEmpty();
    assertThat(Files.readString(work.resolve("target/leadline.xml")))
        .contains("<testcase ")
        .contains("calls: Order.add exactly 3")
        .doesNotContain("<failure");
  }

  @Test
  void whatDoesNotHoldIsShownWhereItIs() throws IOException {
    write("leadline.yaml", pythons() + "runs:\n  - name: shop\n" + EVERYTHING);
    check("--update");
    write("shop.py", shop.replace("order.add(thing)", "order.add(thing); order.price(thing)"));

    Outcome outcome = check("--format", "github", "--junit", "leadline.xml");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.outText())
        .contains(
            "FAILS   shop on ", "golden: shop.golden", "@@ shop.golden:3 @@", "+    Order.price")
        .containsPattern("::error file=shop\\.py,line=\\d+,title=[^\\n]*golden%3A shop.golden");
    assertThat(Files.readString(work.resolve("leadline.xml"))).contains("<failure");
  }

  @Test
  void aRunHasItsOwnInputAndSurroundings() throws IOException {
    Files.createDirectory(work.resolve("sub"));
    write(
        "sub/said.py",
        "import os, sys\n"
            + "print(sys.stdin.read(), os.environ['MODE'], os.environ.get('LANGUAGE'),"
            + " os.path.basename(os.getcwd()), sys.argv[1:], sys.flags.optimize,"
            + " os.environ['PYTHONHASHSEED'])\n");
    write("typed.txt", "typed");
    write("said.txt", "typed test None sub ['a b'] 1 0\n");
    write(
        "leadline.yaml",
        pythons()
            + "  cwd: sub\n  env: {MODE: none, LANGUAGE: null}\n"
            + "runs:\n  - {program: said.py, args: [a b], stdin: typed.txt, env: {MODE: test},"
            + " python-options: [-O], expect: {stdout: said.txt}}\n");
    Outcome outcome = check();
    assertThat(outcome.status()).as(outcome.outText() + outcome.errText()).isZero();
  }

  @Test
  void aProgramThatFailsFailsTheCheckWithoutAnExpectation() throws IOException {
    write(
        "leadline.yaml",
        "runs:\n  - {program: shop.py, args: [ship], expect: {calls: {main: 1}}}\n");
    Outcome outcome = check();
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.outText()).contains("exit status 3, expected exit status 0");
  }

  @Test
  void whatIsWrongInTheFileHasItsPlace() throws IOException {
    write(
        "leadline.yaml",
        "runs:\n  - program: shop.py\n    expect:\n      call: {main: 1}\n      exit: zero\n");
    Outcome outcome = check("--junit", "leadline.xml");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.outText()).isEmpty();
    assertThat(outcome.errText())
        .startsWith("leadline: leadline.yaml:4:7: ")
        .contains("'calls'", "leadline: leadline.yaml:5:13: ")
        .hasLineCount(2);
    assertThat(work.resolve("leadline.xml")).doesNotExist();
  }

  @Test
  void aFileThatIsNotThereIsOneLine() {
    Outcome outcome = check("no.yaml");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.errText()).contains("no.yaml").hasLineCount(1);
  }

  @Test
  void anInterpreterThatIsNotThereIsUnknownAndTheOthersStand() throws IOException {
    write(
        "leadline.yaml",
        "runs:\n  - {program: shop.py, args: [tea], python: [no-such-python, python3],"
            + " expect: {calls: {main: 1}}}\n");
    Outcome outcome = check();
    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.outText())
        .contains("UNKNOWN ", "no command no-such-python on PATH", "2 hold, 0 do not, 2 unknown");
    assertThat(check("--python", "python3").status()).isZero();
  }

  @Test
  void filtersThatNothingPassesLeaveEverythingOpen() throws IOException {
    Files.createDirectory(work.resolve("prog"));
    write("prog/app.py", "def f(): pass\nf()\n");
    String run = "  - {program: prog/app.py, include: '%s', expect: {never: {function: g}}}\n";
    write("leadline.yaml", pythons() + "runs:\n" + run.formatted("typo/*"));
    Outcome nothing = check();
    write("leadline.yaml", pythons() + "runs:\n" + run.formatted("prog/*"));
    Outcome everywhere = check();
    assertThat(nothing.status()).isEqualTo(125);
    assertThat(nothing.outText()).contains("nothing passes the run's filters");
    assertThat(everywhere.status()).as(everywhere.outText()).isZero();
  }

  @Test
  void shardsMergeIntoTheWhole() throws IOException {
    StringBuilder runs = new StringBuilder("runs:\n");
    for (String name : List.of("a", "b", "c")) {
      runs.append("  - {name: " + name + ", program: shop.py, args: [tea], expect: {exit: 0}}\n");
    }
    runs.append("  - {name: d, program: shop.py, args: [ship], expect: {exit: 0}}\n");
    write("leadline.yaml", runs.toString());
    List<String> merge = new ArrayList<>(List.of("merge"));
    for (int shard = 3; shard >= 1; shard--) {
      check("--shard", shard + "/3", "--format", "json", "-o", shard + ".json");
      merge.add(shard + ".json");
    }

    Outcome merged = Run.leadline(work, merge);
    Outcome incomplete = Run.leadline(work, merge.subList(0, 3));
    Outcome narrowed = check("--run", "[ab]");

    assertThat(merged.status()).isEqualTo(1);
    assertThat(merged.outText().replaceAll("\\d+\\.\\d\\d s", "T"))
        .isEqualTo(check().outText().replaceAll("\\d+\\.\\d\\d s", "T"))
        .contains("4 runs");
    assertThat(incomplete.status()).isEqualTo(125);
    assertThat(incomplete.errText()).contains("1/3").hasLineCount(1);
    assertThat(narrowed.outText()).contains("2 runs").doesNotContain(" c on ");
  }

  @Test
  void theSchemaIsThereForEditors() {
    Outcome outcome = check("--schema");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.outText()).startsWith("{\"$schema\":").contains("\"at-least\"");
  }

  @Test
  void aProgramThatRunsTooLongOrDiesIsNoFaultOfTheCheck() throws IOException {
    write("slow.py", "import time\ndef f(): pass\nf()\nprint('on', flush=True)\ntime.sleep(60)\n");
    write("dies.py", "import os, signal\ndef f(): pass\nf()\nos.kill(os.getpid(), 9)\n");
    write(
        "leadline.yaml",
        "runs:\n"
            + "  - {program: slow.py, timeout: 1s, expect: {calls: {f: 1}}}\n"
            + "  - {program: dies.py, expect: {exit: 137}}\n");
    Outcome outcome = check();
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.outText())
        .contains("FAILS   slow.py on ", "ran out of time")
        .contains("ok      dies.py on ");
  }
}
