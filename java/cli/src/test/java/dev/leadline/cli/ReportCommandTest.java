package dev.leadline.cli;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.ReportFormats;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {

  private static final List<String> TRACE =
      (Traces.HEADER.replace(",\"--fast\"", "")
              + Traces.THREAD
              + Traces.code(1, "<module>", 1, true)
              + Traces.code(2, "work", 2, false)
              + Traces.base(0, 1, 3)
              + Traces.events(
                  call(1, 5, 1, 3, 0)
                      + line(4)
                      + call(2, 9)
                      + line(3)
                      + returned(3, 9)
                      + returned(4, 1))
              + Traces.END
              + Traces.exit(0, false))
          .lines()
          .toList();

  /** The first character of what gzip writes. */
  private static final Pattern NAMES = Pattern.compile("work|app\\.py");

  private static final String COMPRESSED = "\u001f";

  @TempDir Path directory;

  @BeforeEach
  void aTrace() throws IOException {
    Files.write(directory.resolve("t.ndjson"), TRACE);
  }

  private CommandRun report(String... args) {
    String[] command = new String[args.length + 1];
    command[0] = "report";
    System.arraycopy(args, 0, command, 1, args.length);
    return CommandRun.in(directory, command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"include", "exclude", "function"})
  void aGlobOfTheHeaderThatCannotBeReadIsTheTracesFault(String field) throws IOException {
    String header = TRACE.get(0).replace("\"" + field + "\":[]", "\"" + field + "\":[\"[\"]");
    Files.writeString(directory.resolve("t.ndjson"), header + "\n");

    CommandRun run = report("t.ndjson");

    assertThat(run.err)
        .isEqualTo(
            "leadline: t.ndjson: the header of the trace is wrong: \"recording."
                + field
                + "\": the [ in the glob '[' is never closed by a ]\n");
    assertThat(run.status).isEqualTo(125);
  }

  static Stream<String> formats() {
    return ReportFormats.ALL.names().stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyFormatIsForStdout(String format) throws IOException {
    Files.writeString(directory.resolve("app.py"), "\ndef work():\n    return 1\nwork()\n");
    String here = directory.toRealPath().toString();
    Files.write(
        directory.resolve("t.ndjson"),
        TRACE.stream().map(line -> line.replace("/home/me/project", here)).toList());

    CommandRun run = report("t.ndjson", "--format", format);

    assertThat(run.status).as(run.err).isZero();
    assertThat(run.out).matches(out -> out.startsWith(COMPRESSED) || NAMES.matcher(out).find());
    assertThat(run.err).isEmpty();
  }

  @Test
  void whatIsCompressedAlreadyIsNotCompressedAgain() throws IOException {
    report("t.ndjson", "-o", "x.pb.gz");
    report("t.ndjson", "--format", "pprof", "-o", "x.gz");
    report("t.ndjson", "-o", "x.trace.json.gz");

    assertThat(decompressed("x.pb.gz")).contains("work (app:2)").doesNotStartWith(COMPRESSED);
    assertThat(decompressed("x.gz")).isEqualTo(decompressed("x.pb.gz"));
    assertThat(decompressed("x.trace.json.gz")).startsWith("{\"displayTimeUnit\"");
  }

  private String decompressed(String file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(directory.resolve(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theExtensionOfTheFilePicksTheFormat() throws IOException {
    report("t.ndjson", "-o", "x.json");
    report("t.ndjson", "-o", "x.txt");
    report("t.ndjson", "-o", "x.ndjson");
    report("t.ndjson", "-o", "x.trace.json");
    report("t.ndjson", "-o", "x.speedscope.json");
    report("t.ndjson", "-o", "x.folded");
    report("t.ndjson", "-o", "x.json.ndjson", "--format", "tree");

    assertThat(directory.resolve("x.json"))
        .content()
        .startsWith("{\"format\":\"leadline-summary\"");
    assertThat(directory.resolve("x.txt")).content().startsWith("app.py on CPython 3.12.1");
    assertThat(directory.resolve("x.trace.json")).content().startsWith("{\"displayTimeUnit\"");
    assertThat(directory.resolve("x.speedscope.json")).content().startsWith("{\"$schema\"");
    assertThat(directory.resolve("x.folded")).content().startsWith("MainThread;<module> (app:1) ");
    assertThat(directory.resolve("x.ndjson")).content().startsWith("{\"record\":\"header\"");
    assertThat(directory.resolve("x.json.ndjson")).content().startsWith("app.py on CPython 3.12.1");
  }

  @Test
  void whatDidNotRunIsNotSaidOfSourcesThatAreNotThere() {
    CommandRun run = report("t.ndjson", "-o", "x.info");

    assertThat(run.status).isEqualTo(125);
    assertThat(run.err)
        .isEqualTo(
            "leadline: --format lcov says what did not run, too, but no source file of the trace"
                + " can be read here (/home/me/project/app.py)\n");
  }

  @Test
  void theFormatsAreListedWithoutATrace() {
    CommandRun run = report("--list-formats");

    assertThat(run.status).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out.lines()).containsExactlyElementsOf(ReportFormats.ALL.table());
  }

  @Test
  void aTraceWithoutWhatAReportIsMadeOfIsRefused() throws IOException {
    String header = TRACE.get(0).replace("[\"call\",\"line\",\"return\"", "[\"line\"");
    List<String> trace = Stream.concat(Stream.of(header), TRACE.stream().skip(1)).toList();
    Files.write(directory.resolve("lines.ndjson"), trace);

    CommandRun run = report("lines.ndjson", "--format", "summary");

    assertThat(run.status).isEqualTo(125);
    assertThat(run.out).isEmpty();
    assertThat(run.err)
        .isEqualTo(
            "leadline: lines.ndjson: --format summary is made of calls and returns, which this"
                + " trace lacks; record it with --events call,return or more\n");
    assertThat(report("lines.ndjson", "--format", "lines").status).isZero();
  }

  @Test
  void aTraceWithoutTimesIsRefusedWhereTheReportIsMadeOfThem() throws IOException {
    String header = TRACE.get(0).replace("\"timed\":true", "\"timed\":false");
    List<String> trace = Stream.concat(Stream.of(header), TRACE.stream().skip(1)).toList();
    Files.write(directory.resolve("untimed.ndjson"), trace);

    CommandRun run = report("untimed.ndjson", "-o", "x.trace.json");

    assertThat(run.status).isEqualTo(125);
    assertThat(directory.resolve("x.trace.json")).doesNotExist();
    assertThat(run.err)
        .isEqualTo(
            "leadline: untimed.ndjson: --format chrome is made of times, which this trace lacks;"
                + " record it without --no-time\n");
    assertThat(report("untimed.ndjson", "--between", "1s..2s").err)
        .isEqualTo(
            "leadline: untimed.ndjson: --between needs times, which this trace lacks; record it"
                + " without --no-time\n");
  }

  @Test
  void allThatTheTraceLacksIsSaidAtOnce() throws IOException {
    String header =
        TRACE
            .get(0)
            .replace("\"timed\":true", "\"timed\":false")
            .replaceFirst("\"events\":\\[[^]]*]", "\"events\":[\"call\",\"return\"]");
    List<String> trace = Stream.concat(Stream.of(header), TRACE.stream().skip(1)).toList();
    Files.write(directory.resolve("calls.ndjson"), trace);

    assertThat(report("calls.ndjson", "--format", "lcov", "--between", "1s..2s").err)
        .isEqualTo(
            "leadline: calls.ndjson: --format lcov is made of lines and exceptions, and --between"
                + " needs times, which this trace lacks; record it with --events line,exception or"
                + " more and without --no-time\n");
  }

  @Test
  void optionsThatDoNothingForAFormatAreNamed() {
    CommandRun run =
        report("t.ndjson", "--format", "json", "--top", "3", "--min", "1%", "--no-fold");

    assertThat(run.status).isZero();
    assertThat(run.err)
        .isEqualTo("leadline: --top, --min, --no-fold have no effect on --format json\n");
    assertThat(report("t.ndjson", "--format", "lines", "--no-group", "--all").err)
        .isEqualTo("leadline: --all has no effect on --format lines\n");
    assertThat(report("t.ndjson", "--format", "tree", "--top", "3", "--threads").err).isEmpty();
    assertThat(report("t.ndjson", "--format", "json", "--top", "3", "--quiet").err).isEmpty();
  }

  @Test
  void theEndSaysWhatIsInAFileWhoseNameDoesNot() {
    assertThat(report("t.ndjson", "-o", "x.unknown").err)
        .isEqualTo("leadline: 6 events in " + directory + "/x.unknown, a stored trace\n");
    assertThat(report("t.ndjson", "-o", "y.unknown", "--format", "trace").err)
        .isEqualTo("leadline: 6 events in " + directory + "/y.unknown\n");
  }

  @Test
  void whatWasNotRecordedHasToBeRecorded() throws IOException {
    String header = TRACE.get(0).replaceFirst("\"scope\":\\[[^]]*]", "\"scope\":[\"user\"]");
    List<String> trace = Stream.concat(Stream.of(header), TRACE.stream().skip(1)).toList();
    Files.write(directory.resolve("user.ndjson"), trace);

    assertThat(report("user.ndjson", "--scope", "stdlib").err)
        .isEqualTo(
            "leadline: no event of scope stdlib was kept, since the trace was recorded with --scope"
                + " user; record it with --scope stdlib\n");
  }

  @Test
  void aNoticeOfOneProcessIsNotOfAnother() throws IOException {
    StringBuilder trace = new StringBuilder(String.join("\n", TRACE.subList(0, 6)) + "\n");
    trace.append(Traces.trouble("a call was lost"));
    trace.append("no record\n");
    trace.append(Traces.child(1, 4243, "fork", 4711)).append(Traces.THREAD);
    trace.append(Traces.trouble("another was lost"));
    Files.writeString(directory.resolve("two.ndjson"), trace);

    assertThat(report("two.ndjson", "--format", "ndjson", "--process", "0").err)
        .contains("a call was lost", "line 8")
        .doesNotContain("another");
    assertThat(report("two.ndjson", "--format", "ndjson", "--process", "1").err)
        .contains("another was lost (in process 4243)", "line 8")
        .doesNotContain("a call was lost");
    assertThat(report("two.ndjson", "--process", "1").out).doesNotContain("a call was lost");
  }

  @Test
  void aFilterDoesNotTakeAwayWhatTheReportIsMadeOf() {
    assertThat(report("t.ndjson", "--events", "line").out)
        .contains("work")
        .contains("6 events: 2 calls, 2 lines, 2 returns");
  }

  @Test
  void withoutFiltersAllThatIsInTheTraceIsShown() {
    assertThat(report("t.ndjson", "--format", "ndjson").out.lines()).hasSize(6);
  }

  @Test
  void theFiltersOfTraceNarrowWhatIsShown() {
    assertThat(report("t.ndjson", "--format", "ndjson", "--cutoff", "auto").out.lines()).hasSize(3);
    assertThat(report("t.ndjson", "--format", "ndjson", "--cutoff", "2").out.lines()).hasSize(6);
    assertThat(report("t.ndjson", "--format", "ndjson", "--function", "w*").out.lines()).hasSize(3);
    assertThat(report("t.ndjson", "--format", "ndjson", "--events", "line").out.lines()).hasSize(2);
    assertThat(report("t.ndjson", "--format", "ndjson", "--max-events", "1").out.lines())
        .hasSize(1);
  }

  @Test
  void aPartCanBeStoredAgainAndReadAgain() {
    CommandRun stored = report("t.ndjson", "--function", "work", "-o", "part.ndjson.gz");
    CommandRun read = report("part.ndjson.gz", "--format", "ndjson");

    assertThat(stored.status).isZero();
    assertThat(stored.err).isEqualTo("leadline: 3 events in " + directory + "/part.ndjson.gz\n");
    assertThat(read.out.lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("\"function\":\"work\""));
  }

  @Test
  void aTraceCanComeFromStdin() {
    CommandRun run =
        CommandRun.with(
            directory, Map.of(), String.join("\n", TRACE), "report", "-", "--format", "summary");

    assertThat(run.status).isZero();
    assertThat(run.out).contains("work");
  }

  @Test
  void aCutTraceIsShownAsFarAsItGoes() throws IOException {
    Files.write(directory.resolve("cut.ndjson"), TRACE.subList(0, 6));

    CommandRun run = report("cut.ndjson");

    assertThat(run.status).isZero();
    assertThat(run.out).contains("work", "cut off");
    assertThat(run.err)
        .startsWith("leadline: the trace is cut: the trace stops in the middle; last event")
        .hasLineCount(1);
    assertThat(report("cut.ndjson", "--quiet").err).isEmpty();
  }

  @Test
  void stacksCanBeTakenOut() {
    assertThat(report("t.ndjson", "--format", "ndjson", "--thread", "0").out.lines()).hasSize(6);
    CommandRun none = report("t.ndjson", "--thread", "0", "--function", "absent");
    assertThat(none.status).isZero();
    assertThat(none.err).isEqualTo("leadline: no event was kept of --thread 0\n");
  }

  @Test
  void aPartOfTheTimeCanBeTakenOut() {
    assertThat(report("t.ndjson", "--format", "ndjson", "--between", "0.01us..0.02us").out.lines())
        .hasSize(2);
    assertThat(report("t.ndjson", "--format", "ndjson", "--between", "0.014us..").out.lines())
        .hasSize(4);
    assertThat(report("t.ndjson", "--format", "ndjson", "--between", "..0.014us").out.lines())
        .hasSize(2);
    assertThat(report("t.ndjson", "--between", "1s..2s").err)
        .isEqualTo("leadline: no event was kept of --between 1s..2s\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "1s", "1d..2d", "1s..2ns", "1s...2s", "-1s..2s", "1.s..2s"})
  void aPartOfTheTimeThatIsNoneIsRefused(String between) {
    CommandRun run = report("t.ndjson", "--between", between);

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err)
        .contains(
            "'" + between + "' is not of the form A..B with times such as 1.2s, 300ms or 10us")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0..1", "0s..1m", "..2h", "0h..0.5m", "0.000000010..0.00002"})
  void theUnitsOfAPartAreThoseOfDurationsAndAPlainNumberIsSeconds(String between) {
    assertThat(report("t.ndjson", "--format", "ndjson", "--between", between).out.lines())
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void aPartBehindTheLastMinuteOfATraceIsEmpty() {
    assertThat(report("t.ndjson", "--between", "1m..1h").err)
        .isEqualTo("leadline: no event was kept of --between 1m..1h\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1s..99999999999s", "3000000h..", "..9223372036854775808us"})
  void aTimeThatNoTraceReachesIsSaidToBeTooLarge(String between) {
    CommandRun run = report("t.ndjson", "--between", between);

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err)
        .contains("'" + between + "' has a time that is too large: no trace is longer than")
        .hasLineCount(1);
  }

  @Test
  void aPartOfTheTimeThatEndsBeforeItBeginsIsRefused() {
    assertThat(report("t.ndjson", "--between", "2ms..1999us").err)
        .contains("'2ms..1999us' ends where it begins, or before");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tree", "summary", "ndjson", "json", "trace"})
  void stacksThatTheTraceDoesNotHaveAreRefusedByNumber(String format) {
    CommandRun process = report("t.ndjson", "--format", format, "--process", "2", "--thread", "0");
    CommandRun thread = report("t.ndjson", "--format", format, "--thread", "7");

    assertThat(List.of(process.status, thread.status)).containsOnly(125);
    assertThat(process.out + thread.out).isEmpty();
    assertThat(process.err)
        .isEqualTo("leadline: t.ndjson: the trace has no process 2; it has process 0\n");
    assertThat(thread.err)
        .isEqualTo("leadline: t.ndjson: the trace has no thread 7; it has thread 0\n");
  }

  @Test
  void theStacksOfATraceAreReportedInShort() throws IOException {
    StringBuilder trace = new StringBuilder(String.join("\n", TRACE.subList(0, 6)) + "\n");
    for (int thread : List.of(1, 2, 5)) {
      trace.append(TRACE.get(1).replace("\"thread\":0", "\"thread\":" + thread)).append('\n');
      trace.append(TRACE.get(5).replace("\"thread\":0", "\"thread\":" + thread)).append('\n');
    }
    Files.writeString(directory.resolve("threads.ndjson"), trace);

    assertThat(report("threads.ndjson", "--thread", "3", "--process", "0").err)
        .isEqualTo(
            "leadline: threads.ndjson: process 0 has no thread 3; it has threads 0 to 2, 5\n");
    assertThat(report("threads.ndjson", "--thread", "5").status).isZero();
  }

  @Test
  void aRootNeedNotBeOnThisMachine() {
    assertThat(report("t.ndjson", "--root", "/w", "--format", "ndjson").out.lines()).hasSize(6);
    assertThat(report("--help").out).contains("A --root need not exist here");
  }

  @Test
  void damageIsReportedBesideAReportThatHasNoPlaceForIt() throws IOException {
    Files.writeString(
        directory.resolve("bad.ndjson"),
        String.join("\n", TRACE.subList(0, 3))
            + "\nnonsense\u001b\n"
            + String.join("\n", TRACE.subList(3, 8)));

    CommandRun run = report("bad.ndjson", "--format", "ndjson");

    assertThat(run.out.lines()).hasSize(6);
    assertThat(run.err).startsWith("leadline: ").contains("line 4").doesNotContain("\u001b");
  }

  @Test
  void whatIsNoTraceIsRefusedByName() throws IOException {
    Files.writeString(directory.resolve("empty"), "");
    Files.writeString(directory.resolve("foreign"), "{\"hello\":1}\n");
    Files.writeString(
        directory.resolve("newer"), TRACE.get(0).replace("\"protocol\":1", "\"protocol\":9"));

    assertRefused("gone", "there is no such file");
    assertRefused(".", "a directory");
    assertRefused("empty", "empty");
    assertRefused("foreign", "foreign");
    assertRefused("newer", "protocol 9");
  }

  private void assertRefused(String file, String reason) {
    CommandRun run = report(file);
    assertThat(run.status).isEqualTo(125);
    assertThat(run.out).isEmpty();
    assertThat(run.err.lines()).hasSize(1);
    assertThat(run.err).startsWith("leadline: ").contains(file).contains(reason);
  }

  @Test
  void theTraceItselfIsNotOverwritten() throws IOException {
    CommandRun run = report("t.ndjson", "-o", "./t.ndjson");

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err).contains("is the trace itself");
    assertThat(Files.readAllLines(directory.resolve("t.ndjson"))).isEqualTo(TRACE);
  }

  @Test
  void aReportThatFailsLeavesTheFileThatIsThere() throws IOException {
    Path there = Files.writeString(directory.resolve("x.json"), "precious");
    Files.writeString(directory.resolve("no.ndjson"), "no trace\n");
    Files.writeString(directory.resolve("empty.ndjson"), "");

    for (String trace : List.of("no.ndjson", "empty.ndjson", "missing.ndjson")) {
      assertThat(report(trace, "-o", "x.json").status).isEqualTo(125);
      assertThat(report(trace, "-o", "x.html.gz").status).isEqualTo(125);
    }
    assertThat(there).hasContent("precious");
    assertThat(directory.resolve("x.html.gz")).doesNotExist();
    assertThat(report("t.ndjson", "-o", "x.json").status).isZero();
    assertThat(Files.readString(there)).startsWith("{");
  }

  @Test
  void whereNothingIsLeftItSaysWhy() {
    CommandRun run = report("t.ndjson", "--function", "absent");

    assertThat(run.status).isZero();
    assertThat(run.err).contains("absent");
  }
}
