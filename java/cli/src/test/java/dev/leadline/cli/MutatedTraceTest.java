package dev.leadline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.ReportFormats;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A trace with records of every kind, one of its values replaced by another, or some of its bytes:
 * each command comes to an end that is documented, with one line where it fails. A larger sweep is
 * {@code -Dleadline.mutants=20000}, another one {@code -Dleadline.seed=2}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class MutatedTraceTest {

  private static final int MUTANTS = Integer.getInteger("leadline.mutants", 200);
  private static final long SEED = Long.getLong("leadline.seed", 1);

  /** What takes the place of a value, as it is written in JSON; the last ones are no JSON. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "-7.5",
          "2147483647",
          "-2147483648",
          "9223372036854775807",
          "99999999999999999999999999",
          "1e999",
          "\"\"",
          "\"auto\"",
          "\"a\\u0000\\ud800\\u001b[2J\\n\\u202e</script>\"",
          "\"" + "long ".repeat(20_000) + "\"",
          "[]",
          "[[]]",
          "{}",
          "{\"record\":\"end\"}",
          "[".repeat(3_000) + "]".repeat(3_000),
          "9".repeat(2_000),
          "NaN",
          "");

  private static final List<List<String>> COMMANDS =
      Stream.concat(
              Stream.concat(
                      Stream.of(ReportFormats.STORED_TRACE),
                      ReportFormats.REPORTS.all().filter(MutatedTraceTest::needsNoPython))
                  .map(format -> List.of("report", "--format", format.name(), "mutant")),
              Stream.of(
                  List.of(
                      "report", "--cutoff", "4", "--levels", "2", "--format", "lines", "mutant"),
                  List.of("report", "--process", "1", "--thread", "0", "mutant"),
                  List.of(
                      "report",
                      "--events",
                      "line",
                      "--max-events",
                      "5",
                      "--format",
                      "lines",
                      "mutant"),
                  List.of("diff", "mutant", "whole"),
                  List.of("diff", "whole", "mutant", "--time"),
                  List.of("diff", "--raw", "whole", "mutant")))
          .toList();

  private static final String RESULTS =
      """
      {"format":"leadline-check","version":1,"file":"c.yaml",\
      "plan":"088efc30af56a9b1b1adfc3ee8ff580f9a50d06a4ee8568b8e501bd14500f052","planned":1,\
      "shard":{"number":1,"of":1},"counts":{"holds":2,"fails":0,"unknown":0},\
      "suites":[\
      {"index":0,"run":"ok.py","python":"3.11.7","took_ns":1522663323,"cases":[{"title":"exit: 0",\
      "place":{"file":"c.yaml","line":2},"verdict":"holds","message":"","detail":["a"],\
      "spot":{"file":"ok.py","line":3}}]}]\
      }
      """;

  @TempDir Path directory;
  private final Random random = new Random(SEED);
  private final Set<List<String>> bytes = new HashSet<>();
  private String whole;

  /** Others start an interpreter for each mutant, which would take minutes. */
  private static boolean needsNoPython(ReportFormat format) {
    return !format.needs().contains(Need.MODULE_LEVEL);
  }

  @BeforeEach
  void theWholeTrace() throws IOException {
    try (InputStream in = MutatedTraceTest.class.getResourceAsStream("every-record.ndjson")) {
      whole = new String(in.readAllBytes(), UTF_8);
    }
    Files.writeString(directory.resolve("whole"), whole);
    readWholeTrace();
  }

  /** Finds the commands whose output is no text: three formats. */
  private void readWholeTrace() {
    for (List<String> command : COMMANDS) {
      CommandRun run =
          CommandRun.in(
              directory,
              command.stream().map(word -> word.replace("mutant", "whole")).toArray(String[]::new));
      assertThat(run.status).as(command + run.err).isZero();
      if (!controls(run.out).isEmpty()) {
        bytes.add(command);
      }
    }
    assertThat(bytes).hasSize(3);
  }

  @Test
  void aValueThatIsAnotherDoesNoHarm() throws IOException {
    for (int i = 0; i < MUTANTS; i++) {
      judge(otherValue(whole).getBytes(UTF_8), "value " + i);
    }
  }

  @Test
  void bytesThatAreOthersDoNoHarm() throws IOException {
    for (int i = 0; i < MUTANTS / 2; i++) {
      byte[] bytes = otherBytes(whole.getBytes(UTF_8));
      judge(bytes, "bytes " + i);
      judge(otherBytes(compressed(whole)), "compressed bytes " + i);
    }
  }

  @Test
  void resultsThatAreOthersDoNoHarm() throws IOException {
    for (int i = 0; i < MUTANTS / 4; i++) {
      Files.writeString(directory.resolve("mutant"), otherValue(RESULTS));
      judge(List.of("merge", "mutant"), "result " + i);
    }
  }

  private void judge(byte[] mutant, String name) throws IOException {
    Files.write(directory.resolve("mutant"), mutant);
    judge(COMMANDS.get(random.nextInt(COMMANDS.size())), name);
  }

  private void judge(List<String> command, String name) {
    String what = "seed " + SEED + ", " + name + ", " + command;
    CommandRun run = CommandRun.in(directory, command.toArray(String[]::new));

    assertThat(run.status).as(what + ": " + run.err).isIn(0, 125);
    assertThat(run.err).as(what).doesNotContain("fault in Leadline", "\tat ", "out of memory");
    assertThat(run.err.lines())
        .as(what)
        .allSatisfy(line -> assertThat(line).startsWith("leadline: "));
    if (run.status != 0) {
      assertThat(run.err.lines()).as(what).hasSize(1);
    }
    String shown = bytes.contains(command) ? run.err : run.out + run.err;
    assertThat(controls(shown)).as(what).isEmpty();
  }

  private static String controls(String text) {
    return text.codePoints()
        .filter(c -> c != '\n' && Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** One value of one line replaced, doubled or taken away. */
  private String otherValue(String text) {
    List<String> lines = text.lines().toList();
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    int from = value(line);
    int to = end(line, from);
    String value = VALUES.get(random.nextInt(VALUES.size()));
    String mutant =
        switch (random.nextInt(12)) {
          case 0 -> line.substring(0, to) + "," + line.substring(from, to) + line.substring(to);
          case 1 -> line.substring(0, from) + line.substring(to);
          default -> line.substring(0, from) + value + line.substring(to);
        };
    StringBuilder trace = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      trace.append(i == at ? mutant : lines.get(i)).append('\n');
    }
    return trace.toString();
  }

  /** Where a value begins: behind a colon, a comma or a bracket. */
  private int value(String line) {
    int at = random.nextInt(line.length() - 1);
    while (":,[".indexOf(line.charAt(at)) < 0) {
      at = at == 0 ? line.length() - 1 : at - 1;
    }
    return at + 1;
  }

  /** Where it ends: before the next comma or closing bracket that is not within it. */
  private static int end(String line, int from) {
    int open = 0;
    boolean text = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        text = !text;
      } else if (!text && "[{".indexOf(c) >= 0) {
        open++;
      } else if (!text && (open == 0 && ",]}".indexOf(c) >= 0)) {
        return i;
      } else if (!text && "]}".indexOf(c) >= 0) {
        open--;
      }
    }
    return line.length();
  }

  /** Some bytes flipped, cut away, doubled or put elsewhere. */
  private byte[] otherBytes(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
    switch (random.nextInt(5)) {
      case 0 -> out.write(bytes, 0, from);
      case 1 -> {
        out.write(bytes, 0, from);
        out.write(bytes, to, bytes.length - to);
      }
      case 2 -> {
        out.write(bytes, 0, to);
        out.write(bytes, from, bytes.length - from);
      }
      case 3 -> {
        out.writeBytes(bytes);
        out.write(bytes, from, to - from);
      }
      default -> {
        byte[] flipped = bytes.clone();
        for (int i = 0; i < 3; i++) {
          flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        out.writeBytes(flipped);
      }
    }
    return out.toByteArray();
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
