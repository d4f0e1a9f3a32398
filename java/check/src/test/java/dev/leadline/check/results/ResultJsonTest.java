package dev.leadline.check.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.Shard;
import dev.leadline.check.results.ResultJson.ResultFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultJsonTest {

  private static final CheckResult RESULT =
      Results.shard(
          new Shard(2, 2),
          Results.suite(1, "shop", Results.holds("exit: 0"), Results.fails("calls: f exactly 3")),
          Results.suite(3, Results.HOSTILE, Results.unknown("x"), Results.hostile()));

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    assertThat(read(text(RESULT))).isEqualTo(RESULT);
    assertThat(read(text(Results.of()))).isEqualTo(Results.of());
  }

  @Test
  void machinesReadPlainAsciiWithASuiteOnEachLine() throws IOException {
    String text = text(RESULT);

    assertThat(text).isASCII();
    assertThat(text.lines())
        .hasSize(5)
        .noneMatch(line -> line.contains("##"))
        .first()
        .isEqualTo(
            "{\"format\":\"leadline-check\",\"version\":1,\"file\":\"leadline.yaml\","
                + "\"plan\":\"0123456789abcdef\",\"planned\":4,"
                + "\"shard\":{\"number\":2,\"of\":2},"
                + "\"counts\":{\"holds\":1,\"fails\":2,\"unknown\":1},");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          leadline-check | leadline-trace | "format" is not leadline-check
          "version":1    | "version":2    | of version 2
          "holds","m     | "helds","m     | 'helds' is no verdict
          "of":2         | "of":1         | 2/1
          "took_ns"      | "took"         | took_ns" is not a whole number
          "suites"       | "suits"        | "suites" is not a list
          "detail":[],   | "detail":[,    | not JSON
          {"format"      | [{"format"     | not a JSON object
          """)
  void whatIsNoResultIsRefused(String right, String wrong, String why) throws IOException {
    String text = text(RESULT);
    assertThat(text).contains(right);

    assertThatThrownBy(() -> read(text.replace(right, wrong)))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith("1.json does not hold the results of a check: ")
        .hasMessageContaining(why)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aFileThatIsCutIsRefused() throws IOException {
    String text = text(RESULT);

    assertThatThrownBy(() -> read(text.substring(0, text.length() / 2)))
        .isInstanceOf(ResultFormatException.class);
    assertThatThrownBy(() -> read(text + "{}")).hasMessageContaining("something follows");
    assertThatThrownBy(() -> read("")).isInstanceOf(ResultFormatException.class);
  }

  private static CheckResult read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ResultJson.read(new ByteArrayInputStream(bytes), "1.json");
  }

  private static String text(CheckResult result) throws IOException {
    StringWriter out = new StringWriter();
    ResultJson.write(result, out);
    return out.toString();
  }
}
