package dev.leadline.check.golden;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.golden.text.GoldenText;
import dev.leadline.check.golden.text.GoldenText.TooLongException;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenProcessesTest {

  private static final String MAIN =
      Traces.events(
          call(0, 0, 1, 3, 0)
              + line(1)
              + call(1, 0, 10, 4, 1)
              + line(11)
              + returned(12, 1)
              + returned(2, 1));

  @Test
  void whatForkedProcessesDidIsOneListWithoutTheFramesOfTheirParent() throws IOException {
    String f = task(2, 20);
    String both = task(3, 30) + f;
    List<String> expected = List.of("main", "process fork:", "  f x2", "  g");
    assertThat(lines(fork(1, both), fork(2, f))).isEqualTo(expected);
    assertThat(lines(fork(1, f), fork(2, both))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'/opt/python3.9','-X','dev','/srv/app/work.py','a' | process work.py",
        "'python','-Bm','shop.work','a' | process -m shop.work",
        "'python','-mshop' | process -m shop",
        "'python','-Werror','-c','pass' | process -c",
        "'python','-' | process -",
        "'python' | process python",
        "'python','-c','from multiprocessing.spawn import spawn_main' | process spawn",
      })
  void aStartedInterpreterIsCalledByWhatItRuns(String argv, String heading) throws IOException {
    String child =
        Traces.child(1, 4712, "spawn", 4711)
            .replace("[\"app.py\",\"--fast\"]", "[" + argv.replace('\'', '"') + "]");
    assertThat(lines(child + Executions.CODES + Traces.events(task(2, 20))))
        .containsExactly("main", heading + ":", "  f");
  }

  @Test
  void startedInterpretersThatDidTheSameAreOne() throws IOException {
    String one =
        Traces.child(1, 4712, "spawn", 4711) + Executions.CODES + Traces.events(task(2, 20));
    String two =
        Traces.child(2, 4713, "spawn", 4711) + Executions.CODES + Traces.events(task(2, 20));
    assertThat(
            lines(
                one.replace("\"app.py\",\"--fast\"", "\"python\",\"work.py\""),
                two.replace("\"app.py\",\"--fast\"", "\"python\",\"work.py\"")))
        .containsExactly("main", "process work.py x2:", "  f");
  }

  /** A process in which main stands on the stack from the beginning. */
  private static String fork(int number, String events) {
    return Traces.child(number, 4711 + number, "fork", 4711)
        + Executions.CODES
        + Traces.stack(0, "[1,4,1]")
        + Traces.events(events);
  }

  private static String task(int code, int firstlineno) {
    return call(code, 0, firstlineno, 5, 2) + line(firstlineno + 1) + returned(firstlineno + 1, 1);
  }

  private static List<String> lines(String... children) throws IOException {
    String trace = Traces.HEADER + Executions.CODES + MAIN + String.join("", children) + Traces.END;
    try (Execution execution = Executions.ofTrace(trace)) {
      return GoldenText.of(execution).lines();
    } catch (TooLongException e) {
      throw new IOException(e);
    }
  }
}
