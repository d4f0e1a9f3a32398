package dev.leadline.execution;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Scope;
import dev.leadline.wire.Traces;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same function has the same name on every interpreter and every machine. */
class CanonicalFilesTest {

  @ParameterizedTest
  @CsvSource({
    "USER, /home/me/project/app.py, app.py",
    "USER, app.py, app.py",
    "USER, ./pack/../app.py, app.py",
    "USER, /elsewhere/app.py, /elsewhere/app.py",
    "USER, /home/me/project2/app.py, /home/me/project2/app.py",
    "USER, /tmp/tmpab12_x9z/made.py, /tmp/tmp*/made.py",
    "STDLIB, /usr/lib/python3.8/asyncio/base_events.py, {stdlib}/asyncio/base_events",
    "STDLIB, /opt/py/lib/python3.13/asyncio/__init__.py, {stdlib}/asyncio",
    "STDLIB, C:\\Python312\\Lib\\runpy.py, {stdlib}/runpy",
    "FROZEN, <frozen runpy>, {stdlib}/runpy",
    "FROZEN, <frozen importlib._bootstrap>, {stdlib}/importlib/_bootstrap",
    "STDLIB, /usr/lib/python3.8/importlib/_bootstrap.py, {stdlib}/importlib/_bootstrap",
    "SITE, /venv/lib/python3.9/site-packages/attr/_make.py, {site}/attr/_make.py",
    "GENERATED, <string>, <string>",
    "GENERATED, <made at 0x7f12ab34cd56>, <made at 0x*>",
  })
  void name(Scope scope, String file, String expected) throws IOException {
    String code =
        Traces.code(1, "f", 1, scope.wireName(), false)
            .replace("/home/me/project/app.py", file.replace("\\", "\\\\"));
    String events = Traces.events(call(1, 0, 1, 4, 1) + returned(1, 1));
    try (Execution execution =
        Executions.ofTrace(Traces.HEADER + Traces.THREAD + code + events + Traces.END)) {
      assertThat(execution.activation(0).key().file()).isEqualTo(expected);
    }
  }
}
