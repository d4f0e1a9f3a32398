package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts and times that DuckDB and Spark read are those of Leadline's own summary. */
class SummariesTest {

  /** Names that are not ASCII, and one that is no Unicode. */
  private static final String NAMES =
      """
      def \u0444\u0443\u043d\u043a\u0446\u0438\u044f(n):
          return n
      def strange(n):
          raise KeyError('\\udc80\u4e2d')
      if hasattr(strange.__code__, 'replace'):  # 3.8
          strange.__code__ = strange.__code__.replace(co_name='\u00e9\\udcff')
      for n in range(3):
          \u0444\u0443\u043d\u043a\u0446\u0438\u044f('\\ud800')
      try:
          strange(1)
      except KeyError:
          pass
      """;

  private static final String COUNTS =
      """
      SELECT concat(file, ':', firstlineno, ' ', function) AS place,
        CAST(sum(CASE WHEN event = 'call' AND NOT resumed THEN 1 ELSE 0 END) AS BIGINT) AS calls,
        CAST(sum(CASE WHEN event = 'call' AND resumed THEN 1 ELSE 0 END) AS BIGINT) AS resumes,
        CAST(sum(CASE WHEN event = 'line' THEN 1 ELSE 0 END) AS BIGINT) AS `lines`
      FROM EVENTS GROUP BY file, firstlineno, function
      """;

  /** Time from an event to the next of its stack is that of the function on top. */
  private static final String OWN =
      """
      SELECT owner, CAST(sum(ns) AS BIGINT) AS own_ns FROM (
        SELECT ns, LAST(CASE event WHEN 'call' THEN concat(file, ':', firstlineno, ' ', function) END)
          OVER (PARTITION BY process, thread, top ORDER BY seq) AS owner
        FROM (
          SELECT *, lead(time_ns) OVER (PARTITION BY process, thread ORDER BY seq) - time_ns AS ns,
            CASE event WHEN 'call' THEN level ELSE level - 1 END AS top
          FROM EVENTS WHERE event IN ('call', 'return')) AS steps) AS owners
      WHERE owner IS NOT NULL GROUP BY owner
      """;

  @TempDir Path work;

  static Stream<List<String>> programs() {
    String programs = Repository.PROGRAMS + "/";
    return Stream.of(
        List.of("--follow", Repository.TESTS.resolve("queries/shop.py").toString(), "10"),
        List.of("--values", "args,locals,return", programs + "exceptions.py"),
        List.of("--values", "args,locals,return", programs + "generators.py"),
        List.of(programs + "recursion.py"),
        List.of(programs + "coroutines.py"),
        List.of("names.py"));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void countsAndTimesAreEqual(List<String> program) throws IOException, SQLException {
    Files.writeString(work.resolve("names.py"), NAMES);
    leadline(
        Stream.concat(Stream.of("trace", "-o", "t.ndjson"), program.stream())
            .toArray(String[]::new));
    leadline("report", "t.ndjson", "-o", "t.parquet");
    JsonNode summary =
        new ObjectMapper().readTree(leadline("report", "t.ndjson", "--format", "json").outText());
    String parquet = work.resolve("t.parquet").toString();

    try (Engine.DuckDb duckDb = new Engine.DuckDb()) {
      assertThat(counts(duckDb, "'" + parquet + "'", "\"")).isEqualTo(counts(summary));
      assertThat(own(duckDb, "'" + parquet + "'", "last_value($1 IGNORE NULLS)"))
          .isEqualTo(own(summary));
    }
    Engine spark = new Engine.Spark();
    assertThat(counts(spark, "parquet.`" + parquet + "`", "`")).isEqualTo(counts(summary));
    assertThat(own(spark, "parquet.`" + parquet + "`", "last($1, true)")).isEqualTo(own(summary));
  }

  /** A live report has the same rows as one of a stored trace, but for times. */
  @ParameterizedTest
  @MethodSource("programs")
  void liveFilesHaveTheSameRows(List<String> program) throws IOException, SQLException {
    Files.writeString(work.resolve("names.py"), NAMES);
    List<List<List<String>>> runs = new ArrayList<>();
    for (String file : List.of("live.parquet", "stored.ndjson")) {
      leadline(
          Stream.concat(Stream.of("trace", "-o", file), program.stream()).toArray(String[]::new));
    }
    leadline("report", "stored.ndjson", "-o", "stored.parquet");
    try (Engine.DuckDb duckDb = new Engine.DuckDb()) {
      for (String name : List.of("live", "stored")) {
        runs.add(
            duckDb
                .run(
                    "SELECT event, depth, level, function, lineno, thread, exception.type, resumed"
                        + (" FROM '" + work.resolve(name + ".parquet") + "' ORDER BY thread, seq"))
                .orElseThrow()
                .rows());
      }
    }
    assertThat(runs.get(0)).isNotEmpty().isEqualTo(runs.get(1));
  }

  private Outcome leadline(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Repository.ROOT.resolve("leadline").toString()));
    command.addAll(List.of(arguments));
    Outcome outcome = Run.process(work, command);
    assertThat(outcome.status()).as(command + outcome.errText()).isZero();
    return outcome;
  }

  private static Map<String, List<String>> counts(Engine engine, String events, String quote)
      throws SQLException {
    String sql = COUNTS.replace("EVENTS", events).replace("`lines`", quote + "lines" + quote);
    return engine.run(sql).orElseThrow().rows().stream()
        .collect(Collectors.toMap(row -> row.get(0), row -> row.subList(1, row.size())));
  }

  private static Map<String, List<String>> counts(JsonNode summary) {
    Map<String, long[]> counts = new TreeMap<>();
    for (JsonNode function : summary.get("functions")) {
      long[] sums = counts.computeIfAbsent(place(function), place -> new long[3]);
      sums[0] += function.get("calls").asLong();
      sums[1] += function.get("resumes").asLong();
      sums[2] += function.get("lines").asLong();
    }
    return counts.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> Stream.of(entry.getValue()).flatMap(SummariesTest::texts).toList()));
  }

  private static Stream<String> texts(long[] numbers) {
    return Arrays.stream(numbers).mapToObj(Long::toString);
  }

  private static Map<String, Long> own(Engine engine, String events, String last)
      throws SQLException {
    String sql = OWN.replace("EVENTS", events).replaceFirst("(?s)LAST\\((.*?END)\\)", last);
    return engine.run(sql).orElseThrow().rows().stream()
        .collect(Collectors.toMap(row -> row.get(0), row -> Long.valueOf(row.get(1))));
  }

  private static Map<String, Long> own(JsonNode summary) {
    Map<String, Long> own = new TreeMap<>();
    for (JsonNode function : summary.get("functions")) {
      own.merge(place(function), function.get("own_ns").asLong(), Long::sum);
    }
    return own;
  }

  /** As the query has it; a file has no surrogate that stands alone. */
  private static String place(JsonNode function) {
    String place =
        function.get("file").asText()
            + ":"
            + function.get("firstlineno").asInt()
            + " "
            + function.get("function").asText();
    return place
        .codePoints()
        .mapToObj(
            c ->
                c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                    ? String.format("\\u%04x", c)
                    : Character.toString(c))
        .collect(Collectors.joining());
  }
}
