package dev.leadline.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleNamesTest {

  private static Header header;

  @BeforeAll
  static void readHeader() throws IOException {
    header = headerOf(Traces.HEADER);
  }

  private static Header headerOf(String line) throws IOException {
    AtomicReference<Header> read = new AtomicReference<>();
    Traces.read(
        line,
        new EventSink() {
          @Override
          public void header(Header header) {
            read.set(header);
          }

          @Override
          public void event(TraceEvent event) {}

          @Override
          public void end(Ending ending) {}
        });
    return read.get();
  }

  @ParameterizedTest
  @CsvSource({
    "app.py, app",
    "/usr/lib/python3.11/calendar.py, calendar",
    "/usr/lib/python3.11/json/__init__.py, json",
    "/usr/lib/python3/dist-packages/flask/json/provider.py, flask.json.provider",
    "/v/lib/python3.13t/site-packages/a/b.py, a.b",
    "C:\\Python312\\Lib\\json\\decoder.py, json.decoder",
    "C:\\w\\shop\\orders.py, shop.orders",
    "/opt/tools/shop/orders.py, shop.orders",
    "/opt/my-tools/orders.py, orders",
    "integration-tests/programs/seed.py, programs.seed",
    "<frozen importlib._bootstrap>, importlib._bootstrap",
    "<string>, <string>",
    "/x/run-it, run-it",
    "'', ''"
  })
  void aPathSaysTheModule(String file, String module) {
    assertThat(ModuleNames.of(file, header)).isEqualTo(module);
  }

  @Test
  void aFileUnderTheWorkingDirectoryIsNamedFromThere() {
    assertThat(ModuleNames.of(header.cwd() + "/shop/orders.py", header)).isEqualTo("shop.orders");
    assertThat(ModuleNames.of(header.cwd() + "/orders.py", header)).isEqualTo("orders");
  }

  @Test
  void aFileThatWasGivenRelativelyIsNamedFromItsRoot() throws IOException {
    Header rooted =
        headerOf(
            Traces.HEADER.replace(
                "\"roots\":[\"/home/me/project\"]",
                "\"roots\":[\"/home/me/project/tests/programs\"]"));

    assertThat(ModuleNames.of("tests/programs/seed.py", rooted)).isEqualTo("seed");
    assertThat(ModuleNames.of(header.cwd() + "/tests/programs/seed.py", rooted)).isEqualTo("seed");
    assertThat(ModuleNames.of("tests/other/seed.py", rooted)).isEqualTo("tests.other.seed");
  }
}
