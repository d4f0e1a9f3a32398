package dev.leadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void ndjsonHasTheSameKeysInTheSameOrderForEveryEvent() throws IOException {
    List<JsonNode> events = ndjson(Reports.TRACE + Reports.END);

    assertThat(events).hasSize(12);
    for (JsonNode event : events) {
      List<String> keys = new ArrayList<>();
      event.fieldNames().forEachRemaining(keys::add);
      assertThat(String.join(" ", keys))
          .isEqualTo(
              "seq event depth level file function firstlineno lineno thread process time_ns"
                  + (event.get("event").textValue().equals("exception") ? " exception" : ""));
    }
  }

  @Test
  void ndjsonIsWrittenExactlySo() throws IOException {
    assertThat(Reports.write("ndjson", Reports.TRACE).lines().skip(8).limit(3))
        .containsExactly(
            "{\"seq\":8,\"event\":\"line\",\"depth\":5,\"level\":2,"
                + "\"file\":\"/home/me/project/app.py\",\"function\":\"total\",\"firstlineno\":12,"
                + "\"lineno\":13,\"thread\":0,\"process\":4711,\"time_ns\":null}",
            "{\"seq\":9,\"event\":\"exception\",\"depth\":5,\"level\":2,"
                + "\"file\":\"/home/me/project/app.py\",\"function\":\"total\",\"firstlineno\":12,"
                + "\"lineno\":13,\"thread\":0,\"process\":4711,\"time_ns\":null,"
                + "\"exception\":{\"type\":\"shop.Bad\",\"message\":\"no \\u001b[31mred\\n\"}}",
            "{\"seq\":10,\"event\":\"return\",\"depth\":5,\"level\":2,"
                + "\"file\":\"/home/me/project/app.py\",\"function\":\"total\",\"firstlineno\":12,"
                + "\"lineno\":13,\"thread\":0,\"process\":4711,\"time_ns\":2503080}");
  }

  @Test
  void ndjsonHasNullForLinesAndTimesThatThereAreNot() throws IOException {
    String call =
        "{\"record\":\"events\",\"thread\":0,\"time_ns\":null,\"events\":[[\"call\",1,null,null,4,1]]}\n";
    List<JsonNode> events = ndjson(Reports.TRACE + call);

    assertThat(events.get(12).get("lineno").isNull()).isTrue();
    assertThat(events.get(12).get("time_ns").isNull()).isTrue();
  }

  @Test
  void summaryIsOneObjectWithEverythingInIt() throws IOException {
    JsonNode summary =
        MAPPER.readTree(Reports.write("json", Reports.TRACE + "oops\n" + Reports.END));

    assertThat(summary.get("format").textValue()).isEqualTo("leadline-summary");
    assertThat(summary.get("version").intValue()).isEqualTo(1);
    assertThat(summary.at("/program/target").textValue()).isEqualTo("app.py");
    assertThat(summary.at("/python/version").textValue()).isEqualTo("3.12.1");
    assertThat(summary.get("base_depth").intValue()).isEqualTo(3);
    assertThat(summary.get("outcome").textValue()).isEqualTo("raised");
    assertThat(summary.get("status").intValue()).isEqualTo(1);
    assertThat(summary.get("detail").textValue()).isEqualTo("shop.Bad: no red");
    assertThat(summary.get("malformed_lines").intValue()).isEqualTo(1);
    assertThat(summary.get("events"))
        .isEqualTo(
            MAPPER.readTree("{\"call\":3,\"line\":5,\"return\":3,\"exception\":1,\"opcode\":0}"));
    assertThat(summary.get("functions").get(0))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"file":"/home/me/project/app.py","function":"total","qualname":"Order.total",
                 "firstlineno":12,"scope":"user","calls":2,"lines":3,"exceptions":1,
                 "own_ns":2500080,"total_ns":2500080,"resumes":0}
                """));
    assertThat(summary.get("functions")).hasSize(2);
    assertThat(summary.get("depths").get(1))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"depth":5,"level":2,"call":2,"line":3,"return":2,"exception":1,"opcode":0}
                """));
    assertThat(summary.at("/threads/0/name").textValue()).isEqualTo("MainThread");
    assertThat(summary.at("/notices/0/kind").textValue()).isEqualTo("malformed");
  }

  @Test
  void summaryHasNullWhereNothingIsKnown() throws IOException {
    JsonNode summary = MAPPER.readTree(Reports.write("json", Traces.HEADER));

    assertThat(summary.get("outcome").textValue()).isEqualTo("cut");
    for (String key : List.of("base_depth", "status", "time_ns")) {
      assertThat(summary.get(key).isNull()).as(key).isTrue();
    }
    assertThat(summary.get("functions")).isEmpty();
  }

  private static List<JsonNode> ndjson(String trace) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Reports.write("ndjson", trace).split("\n")) {
      events.add(MAPPER.readTree(line));
    }
    return events;
  }
}
