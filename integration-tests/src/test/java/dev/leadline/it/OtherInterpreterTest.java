package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A program runs interpreters of another version, and becomes one: with {@code --follow} the trace
 * holds, of each process, what CPython of its version tells the oracle about the same command.
 */
@Execution(ExecutionMode.CONCURRENT)
class OtherInterpreterTest {

  private static final Path HERE = Repository.CHILDREN.resolve("started");
  private static final String PARENT = HERE.resolve("starts.py").toString();
  private static final String SCRIPT = HERE.resolve("script.py").toString();

  /** The recorder has imported it when it begins. */
  private static final Path PACKAGE = HERE.resolve("__init__.py");

  @TempDir static Path work;

  /** Each version with the one as far from the other end: the oldest with the newest. */
  @TestFactory
  Stream<DynamicTest> eachProcessHasTheEventsOfItsInterpreter() {
    List<Interpreter> all = Interpreters.all();
    return IntStream.range(0, all.size())
        .mapToObj(
            i -> {
              Interpreter other = all.get(all.size() - 1 - i);
              String name =
                  Interpreters.version(all.get(i)) + " runs " + Interpreters.version(other);
              return DynamicTest.dynamicTest(name, () -> isFollowed(all.get(i), other));
            });
  }

  private static void isFollowed(Interpreter python, Interpreter other) throws IOException {
    String runs = python.executable().toString();
    String started = other.executable().toString();
    Path flat = Files.createTempFile(work, "traced", ".ndjson");
    List<String> command =
        new ArrayList<>(List.of("trace", "--quiet", "--follow", "--module-level"));
    command.addAll(List.of("--format", "ndjson", "-o", flat.toString(), "--python", runs));
    command.addAll(List.of(PARENT, started));

    Outcome plain = Run.process(Repository.CHILDREN, List.of(runs, PARENT, started));
    Outcome traced = Run.leadline(Repository.CHILDREN, command);

    assertThat(plain.out()).contains("PLAIN", "module!", "IMPORTED").endsWith("IN PLACE\n");
    assertThat(traced).isEqualTo(plain);
    List<OracleEvent> first = recorded(runs, "script", PARENT, started);
    first.addAll(recorded(started, "script", SCRIPT, "in place")); // it is the same process
    List<List<OracleEvent>> reported =
        List.of(
            first,
            recorded(started, "script", SCRIPT, "plain"),
            recorded(started, "module", "started", "module"),
            recorded(started, "code", "from started import script", "imported"));
    List<List<OracleEvent>> held =
        EventStacks.traced(flat).all().stream().map(OtherInterpreterTest::ofFiles).toList();
    assertThat(EventStacks.of(reported).difference(EventStacks.of(held))).isEmpty();
  }

  /** What CPython tells about a command of its own. */
  private static List<OracleEvent> recorded(String python, String kind, String... program)
      throws IOException {
    Path raw = Files.createTempFile(work, "raw", ".ndjson");
    List<String> command = new ArrayList<>(List.of(python, Repository.RECORDER.toString()));
    command.addAll(List.of("user", raw.toString(), kind));
    command.addAll(List.of(program));
    assertThat(Run.process(Repository.CHILDREN, command).status()).isZero();
    List<OracleEvent> events = ofFiles(EventStacks.recorded(raw).ofFirst());
    assertThat(events).as("what the recorder recorded of " + program[0]).isNotEmpty();
    return events;
  }

  /**
   * Those of the programs' files, with depths that count from their {@code <module>}: what stands
   * below it is the agent, the recorder, or nothing.
   */
  private static List<OracleEvent> ofFiles(List<OracleEvent> events) {
    List<OracleEvent> found = new ArrayList<>();
    int base = 0;
    for (OracleEvent one : events) {
      Path file = Path.of(one.file());
      if (file.startsWith(HERE) && !file.equals(PACKAGE)) {
        boolean begins = one.event().equals("call") && one.function().equals("<module>");
        base = begins ? one.depth() : base;
        found.add(one.at(one.depth() - base, one.file()));
      }
    }
    return found;
  }
}
