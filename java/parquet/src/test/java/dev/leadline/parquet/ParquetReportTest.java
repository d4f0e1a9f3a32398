package dev.leadline.parquet;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadline.report.Reports;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads what is written. */
class ParquetReportTest {

  /** With values of each kind. */
  private static final Path EVERY_RECORD =
      Path.of("../cli/src/test/resources/dev/leadline/cli/every-record.ndjson");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<List<String>> COLUMNS =
      List.of(
          List.of("seq", "BIGINT"),
          List.of("event", "VARCHAR"),
          List.of("depth", "INTEGER"),
          List.of("level", "INTEGER"),
          List.of("file", "VARCHAR"),
          List.of("function", "VARCHAR"),
          List.of("firstlineno", "INTEGER"),
          List.of("lineno", "INTEGER"),
          List.of("thread", "INTEGER"),
          List.of("process", "BIGINT"),
          List.of("time_ns", "BIGINT"),
          List.of("exception", "STRUCT(\"type\" VARCHAR, message VARCHAR)"),
          List.of("resumed", "BOOLEAN"),
          List.of("args", "MAP(VARCHAR, VARCHAR)"),
          List.of("locals", "MAP(VARCHAR, VARCHAR)"),
          List.of("value", "VARCHAR"));

  @TempDir Path work;

  @Test
  void columnsHaveTypes() throws IOException, SQLException {
    try (ParquetFile file = ParquetFile.of(Reports.TRACE, work)) {
      assertThat(file.query("SELECT column_name, column_type FROM (DESCRIBE FROM FILE)"))
          .isEqualTo(COLUMNS);
    }
  }

  @Test
  void rowsAreFlatEvents() throws IOException, SQLException {
    assertRowsAreFlatEvents(Reports.OF_ALL_KINDS);
  }

  @Test
  void valuesAreThoseOfFlatEvents() throws IOException, SQLException {
    String trace = Files.readString(EVERY_RECORD);

    assertRowsAreFlatEvents(trace);
    try (ParquetFile file = ParquetFile.of(trace, work)) {
      assertThat(file.query("SELECT count(args), count(locals), count(value) FROM FILE").get(0))
          .doesNotContain("0");
    }
  }

  private void assertRowsAreFlatEvents(String trace) throws IOException, SQLException {
    try (ParquetFile file = ParquetFile.of(trace, work)) {
      List<JsonNode> rows = new ArrayList<>();
      for (String row : file.column("SELECT to_json(e) FROM FILE e ORDER BY seq")) {
        rows.add(JSON.readTree(row));
      }
      assertThat(rows).isNotEmpty().isEqualTo(flatEvents(trace));
    }
  }

  /** The objects of the format ndjson, with null for what they leave out. */
  private static List<JsonNode> flatEvents(String trace) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : new String(Reports.bytes("ndjson", trace), UTF_8).lines().toList()) {
      ObjectNode event = (ObjectNode) JSON.readTree(line);
      if (event.get("event").asText().equals("call") && !event.has("resumed")) {
        event.put("resumed", false);
      }
      COLUMNS.stream()
          .map(column -> column.get(0))
          .filter(name -> !event.has(name))
          .forEach(event::putNull);
      events.add(event);
    }
    return events;
  }

  @Test
  void textsAreUnicode() throws IOException, SQLException {
    String trace =
        Traces.HEADER
            + Traces.THREAD
            + Traces.code(1, "\\u0434\\u043b\\u0438\\u043d\\u0430\\ud83d\\ude00", 3, false)
            + Traces.code(2, "a\\udcffb\\ud800", 9, false)
            + Traces.events(
                call(1, 0, 3, 4, 1)
                    + call(2, 0)
                    + exception(9, "E", "\0\n\"'\ud83d")
                    + returned(9, 0)
                    + returned(3, 0))
            + Traces.END;

    try (ParquetFile file = ParquetFile.of(trace, work)) {
      assertThat(file.column("SELECT function FROM FILE WHERE event = 'call' ORDER BY seq"))
          .containsExactly("\u0434\u043b\u0438\u043d\u0430\ud83d\ude00", "a\\udcffb\\ud800");
      assertThat(file.column("SELECT exception.message FROM FILE WHERE event = 'exception'"))
          .containsExactly("\0\n\"'\\ud83d");
    }
  }

  @Test
  void rowGroupsAreOfOneSize() throws IOException, SQLException {
    String lines = Traces.events(line(4).repeat(1000));
    String trace =
        Traces.HEADER
            + Traces.THREAD
            + Traces.code(1, "main", 3, false)
            + Traces.events(call(1, 0, 3, 4, 1))
            + lines.repeat(300)
            + Traces.END;

    try (ParquetFile file = ParquetFile.of(trace, work)) {
      assertThat(
              file.column(
                  "SELECT DISTINCT row_group_num_rows FROM parquet_metadata(FILE) ORDER BY row_group_id"))
          .containsExactlyInAnyOrder("131072", "37857");
      assertThat(
              file.query(
                  "SELECT DISTINCT compression, encodings FROM parquet_metadata(FILE)"
                      + " WHERE path_in_schema IN ('event', 'file', 'function')"))
          .containsExactly(List.of("GZIP", "PLAIN, RLE_DICTIONARY"));
      assertThat(file.column("SELECT count(DISTINCT seq) FROM FILE")).containsExactly("300001");
    }
  }

  @Test
  void longTextsThatCannotBeCompressedMakeSmallerGroups() throws IOException, SQLException {
    Random random = new Random(1);
    byte[] bytes = new byte[10_000];
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      random.nextBytes(bytes);
      events.append(Traces.events(exception(4, "E", Base64.getEncoder().encodeToString(bytes))));
    }
    String trace =
        Traces.HEADER
            + Traces.THREAD
            + Traces.code(1, "main", 3, false)
            + Traces.events(call(1, 0, 3, 4, 1))
            + events
            + Traces.END;

    try (ParquetFile file = ParquetFile.of(trace, work)) {
      long groups =
          Long.parseLong(
              file.column("SELECT count(DISTINCT row_group_id) FROM parquet_metadata(FILE)")
                  .get(0));
      assertThat(groups).isBetween(3L, 10L);
      assertThat(file.column("SELECT count(DISTINCT exception.message) FROM FILE"))
          .containsExactly("3000");
    }
  }

  @Test
  void theFileNamesProgramAndInterpreter() throws IOException, SQLException {
    try (ParquetFile file = ParquetFile.of(Reports.TRACE + Reports.END, work)) {
      assertThat(
              file.query(
                  "SELECT decode(key), decode(value) FROM parquet_kv_metadata(FILE)"
                      + " WHERE decode(key) LIKE 'leadline.%' ORDER BY 1"))
          .containsExactly(
              List.of("leadline.outcome", "raised"),
              List.of("leadline.program", "app.py"),
              List.of("leadline.python", "3.12.1"),
              List.of("leadline.start_unix_ns", "1763683200000000000"),
              List.of("leadline.status", "1"));
    }
  }

  @Test
  void aTraceWithoutEventsIsAFileWithoutRows() throws IOException, SQLException {
    try (ParquetFile file = ParquetFile.of(Traces.HEADER + Traces.END, work)) {
      assertThat(file.column("SELECT count(*) FROM FILE")).containsExactly("0");
    }
  }
}
