package dev.leadline.report.html;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.report.Reports;
import dev.leadline.report.page.PageResources;
import dev.leadline.report.page.Pages;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a page, without a browser. */
class HtmlReportTest {

  private static final String HEAD =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.base(0, 0, 3)
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "inner", 12, false);

  private static final String APP = "/home/me/project/app.py";

  private static final String EXECUTABLE =
      Traces.executable(APP, "[1],[3,4],[5],[9]", "", "3,\"line\":3,\"name\":\"main");

  @TempDir Path directory;

  private static JsonNode data(String trace) throws IOException {
    return new ObjectMapper().readTree(Pages.data(Reports.write("html", trace)));
  }

  @Test
  void thePolicyAllowsThePagesOwnScriptAndStyleAndNothingElse() throws IOException {
    String page = Reports.write("html", Reports.TRACE + Reports.END);
    String script = PageResources.hash(group(page, "(?s)<script>(.*)</script>"));
    String style = PageResources.hash(group(page, "(?s)<style>(.*?)</style>"));

    assertThat(group(page, "Content-Security-Policy\" content=\"([^\"]*)\""))
        .isEqualTo(
            "default-src 'none'; script-src '"
                + script
                + "'; style-src '"
                + style
                + "'; base-uri 'none'; form-action 'none'");
    assertThat(page).doesNotContain(" src=", " href=", "http:", "https:");
  }

  private static String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  @Test
  void noScriptMakesMarkupOrCodeOfText() throws IOException {
    String script = HtmlPage.RESOURCES.script();

    assertThat(script)
        .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser")
        .doesNotContainPattern("\\beval\\b|new Function|setTimeout\\(\"|javascript:|srcdoc")
        .doesNotContainPattern("\\bon[a-z]+ *= *[\"']|XMLHttpRequest|fetch\\(|import\\(");
    assertThat(PageResources.style()).doesNotContainPattern("url\\(|@import|expression");
    assertThat(script + PageResources.style()).doesNotContain("</script", "</style", "<!--");
  }

  @Test
  void namesThatAreMarkupStandInThePageAsTextAlone() throws IOException {
    String evil = "</script><img src=x onerror=alert(1)>&\\\"'\\u2028\\u202e\\ud800";
    String trace =
        (Reports.TRACE + Reports.END)
            .replace("Order.total", evil)
            .replace("app.py", evil)
            .replace("shop.Bad", evil);

    String page = Reports.write("html", trace);
    String shown = page.replaceAll("(?s)<(style|script).*?</\\1>", "");

    assertThat(shown)
        .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;\\u2028\\u202e")
        .doesNotContain("<img", "\u2028", "\u202e");
    assertThat(
            shown.replaceAll(
                "</?(noscript|h1|p|table|tr|th|td|div|meta|title|body|html|head|!DOCTYPE)\\b[^<]*",
                ""))
        .doesNotContain("<");
    assertThat(Pages.data(page)).contains("</script><img src=x").isASCII();
  }

  @Test
  void statementsThatDidNotRunAreMarkedWhereTheTraceSaysWhichCan() throws IOException {
    String run = Reports.TRACE + Traces.source(APP, "1\\n2\\n3\\n") + EXECUTABLE;

    JsonNode source = data(run + Reports.END).get("sources").get(0);

    assertThat(source.get("text").get(0).textValue()).isEqualTo("1\n2\n3\n");
    assertThat(source.get("statements").get(0).intValue()).isEqualTo(4);
    assertThat(source.get("missed")).hasToString("[1,9]");
    assertThat(data(run + Reports.END).get("run").get("notRunUnknown").textValue()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"function\":[] | \"function\":[\"main\"] | filters leave out events",
        "\"levels\":null | \"levels\":1 | filters leave out events",
        "\"cutoff\":\"auto\" | \"cutoff\":4 | filters leave out events",
        "\"module_level\":true | \"module_level\":false | the trace lacks what the program's module"
            + " runs by itself",
        "\"call\",\"line\", | \"call\", | the trace lacks lines",
        "\"record\":\"end\" | \"record\":\"other\" | events are missing"
      })
  void whereMoreMayHaveRunThePageSaysSo(String text, String other, String why) throws IOException {
    String run = Reports.TRACE + Traces.source(APP, "1\\n") + EXECUTABLE + Reports.END;

    JsonNode data = data(run.replace(text, other));

    assertThat(data.get("run").get("notRunUnknown").textValue()).isEqualTo(why);
    assertThat(data.get("sources"))
        .allSatisfy(source -> assertThat(source.get("statements").get(0).intValue()).isEqualTo(-1));
  }

  @Test
  void withoutScriptsTheFunctionsThatTookMostAreShown() throws IOException {
    String page = Reports.write("html", Reports.TRACE + Reports.END);

    assertThat(group(page, "(?s)<noscript>(.*)</noscript>"))
        .contains("<h1>app.py --fast on CPython 3.12.1</h1>")
        .contains("<tr><td>2<td>3<td>2.50 ms<td>Order.total<td>app.py:12")
        .contains("raised (shop.Bad: no red), status 1, 2.60 ms");
  }

  @Test
  void exceptionsAreGroupedByWhereTheyWereRaisedAndCaught() throws IOException {
    String once =
        call(2, 5) + line(13) + exception(13, "E", "x") + returned(13, 5) + exception(4, "E", "x");
    JsonNode exceptions =
        data(HEAD
                + Traces.events(
                    call(1, 10, 3, 4, 1)
                        + line(4)
                        + once
                        + line(6, 4)
                        + once.replace("\"x\"", "\"y\"")
                        + line(6, 4)
                        + once
                        + returned(4, 1))
                + Traces.END)
            .get("exceptions");

    assertThat(exceptions.get("type")).hasToString("[\"E\",\"E\"]");
    assertThat(exceptions.get("count")).hasToString("[2,1]");
    assertThat(exceptions.get("varied")).hasToString("[1,0]");
    assertThat(exceptions.get("raisedLine")).hasToString("[13,13]");
    assertThat(exceptions.get("caughtLine")).hasToString("[6,-1]");
    assertThat(exceptions.get("frames")).hasToString("[2,2]");
  }

  @Test
  void linesHaveTheirRunsAndTheTimeOfTheOutermostCalls() throws IOException {
    Path file = Files.writeString(directory.resolve("app.py"), "a\nb\n\tc \u00e9\n");
    String trace =
        (HEAD
                + Traces.events(
                    call(1, 10, 3, 4, 1)
                        + line(2)
                        + call(1, 100)
                        + line(2)
                        + call(1, 100)
                        + line(3)
                        + returned(3, 100)
                        + returned(2, 100)
                        + returned(2, 100))
                + Traces.END)
            .replace("/home/me/project", directory.toString());

    JsonNode source = data(trace).get("sources").get(0);

    assertThat(source.get("file")).hasToString("[\"" + file.getFileName() + "\"]");
    assertThat(source.get("text").get(0).asText()).isEqualTo("a\nb\n\tc \u00e9\n");
    assertThat(source.get("line")).hasToString("[2,3]");
    assertThat(source.get("hits")).hasToString("[2,1]");
    assertThat(source.get("callNs")).hasToString("[300,0]");
  }

  @Test
  void depthOverTimeIsWhatTheEventsSay() throws IOException {
    JsonNode data =
        data(
            HEAD
                + Traces.events(
                    call(1, 2_000, 3, 4, 1)
                        + call(2, 3_000)
                        + returned(12, 1_000)
                        + returned(3, 4_000))
                + Traces.END);

    assertThat(data.get("envelopes").get(0).get("width")).hasToString("[1000]");
    assertThat(data.get("envelopes").get(0).get("greatest")).hasToString("[0,0,4,4,4,5,5,4,4,4,4]");
    assertThat(data.get("spans").get("start")).hasToString("[2000,5000]");
    assertThat(data.get("spans").get("length")).hasToString("[8000,1000]");
    assertThat(data.get("spans").get("depth")).hasToString("[4,5]");
    assertThat(data.get("lanes").get("base")).hasToString("[3]");
  }

  @Test
  void aLongRunHasAsManyBucketsAsAShortOne() {
    DepthEnvelope envelope = new DepthEnvelope();
    envelope.add(7, 0, 500);
    envelope.add(3, 600, 1_000_000_000L);
    envelope.add(9, 999_999_999L, 1_000_000_000L);

    assertThat(envelope.width()).isEqualTo(256_000);
    assertThat(envelope.greatest()).hasSize(DepthEnvelope.BUCKETS).startsWith(7, 3, 3);
    assertThat(envelope.least()).startsWith(3, 3, 3);
    assertThat(envelope.greatest()[(int) (1_000_000_000L / 256_000)]).isEqualTo(9);
  }

  @Test
  void theLongestSpansStay() {
    LongestSpans spans = new LongestSpans(3);
    for (int i = 1; i <= 100; i++) {
      spans.add(new LongestSpans.Span(0, 0, 4, i, i % 10 == 0 ? 1_000L * i : i));
    }

    assertThat(spans.all()).isEqualTo(100);
    assertThat(spans.longest(10))
        .extracting(LongestSpans.Span::startNs)
        .containsExactly(80L, 90L, 100L);
    assertThat(spans.longest(1)).extracting(LongestSpans.Span::startNs).containsExactly(100L);
  }

  @Test
  void anyNumberOfPathsAndThreadsMakesAPageOfBoundedSize() throws IOException {
    int functions = 50;
    StringBuilder trace = new StringBuilder(HEAD);
    for (int i = 10; i < 10 + functions; i++) {
      trace.append(Traces.code(i, "function_number_" + i, i, false));
    }
    for (int i = 0; i < functions * functions; i++) {
      StringBuilder events = new StringBuilder(call(10 + i / functions, 1, 1, 4, 1));
      events.append(call(10 + i % functions, 1));
      for (int inner = 10; inner < 10 + functions; inner++) {
        events.append(call(inner, 1)).append(returned(1, 1 + i % 999));
      }
      events.append(returned(1, 1)).append(returned(1, 1));
      trace.append(Traces.events(0, i * 1_000_000L, events.toString()));
    }
    for (int i = 1; i < 300; i++) {
      trace.append(Traces.thread(i, "worker " + i));
      trace.append(Traces.events(i, i * 1_000L, call(1, 1, 3, 4, 1) + returned(3, 1)));
    }

    String page = Reports.write("html", trace + Traces.END);
    JsonNode data = new ObjectMapper().readTree(Pages.data(page));

    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(8 << 20);
    assertThat(data.get("lanes").get("name").size()).isEqualTo(PageLanes.MOST + 1);
    assertThat(data.get("paths").get("lane").size()).isBetween(100_000, 110_000);
    assertThat(data.get("spans").get("lane").size()).isLessThanOrEqualTo(PageContent.SPANS);
    assertThat(data.get("run").get("folded").asLong()).isPositive();
    assertThat(data.get("run").get("spans").asLong()).isEqualTo(50 * 50 * 52 + 299);
  }
}
