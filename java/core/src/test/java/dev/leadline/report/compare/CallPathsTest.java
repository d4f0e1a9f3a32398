package dev.leadline.report.compare;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.returned;
import static dev.leadline.wire.Events.timed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CallPathsTest {

  private static ComparedRun run(String name, Execution execution) {
    return new ComparedRun(name, "", Optional.empty(), Optional.of(execution), OptionalInt.empty());
  }

  private static JsonNode table(CallPaths paths) throws IOException {
    StringWriter out = new StringWriter();
    paths.write(out);
    return new ObjectMapper().readTree(out.toString());
  }

  private static CallPaths of(Execution... executions) {
    List<ComparedRun> runs =
        List.of(executions).stream().map(execution -> run("r", execution)).toList();
    return new CallPaths(runs, new FunctionCalls(runs).numbers());
  }

  /** main calls f, which calls g; and f again. On the right, lines have times. */
  @Test
  void pathsOfBothRunsAreOneTreeWithTheCallsAndOwnTimesOfEach() throws IOException {
    String left =
        call(1, 0, 10, 4, 1)
            + call(2, 5)
            + call(3, 1)
            + returned(31, 20)
            + returned(21, 2)
            + call(2, 3)
            + returned(21, 30)
            + returned(12, 4);
    String right =
        call(1, 0, 10, 4, 1) + timed(11, 5) + call(3, 6) + returned(31, 7) + returned(12, 8);
    String trace = Traces.LINE_TIMES + Executions.CODES + Traces.events(right) + Traces.END;
    try (Execution one = Executions.of(left);
        Execution other = Executions.ofTrace(trace)) {
      JsonNode table = table(of(one, other));

      assertThat(table.get("caller")).hasToString("[-1,0,1,0]");
      assertThat(table.get("calls0")).hasToString("[1,2,1,0]");
      assertThat(table.get("own0")).hasToString("[12,33,20,0]");
      assertThat(table.get("calls1")).hasToString("[1,0,0,1]");
      assertThat(table.get("own1")).hasToString("[19,0,0,7]");
    }
  }

  @Test
  void callsOnPathsThatAreTooLongAreCounted() throws IOException {
    String deep = call(2, 1).repeat(1_100);
    try (Execution one = Executions.of(call(1, 0, 10, 4, 1) + deep)) {
      CallPaths paths = of(one);

      assertThat(table(paths).get("caller")).hasSize(1_000);
      assertThat(paths.leftOut()).isEqualTo(101);
    }
  }
}
