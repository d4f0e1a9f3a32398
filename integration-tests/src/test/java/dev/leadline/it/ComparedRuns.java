package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Recording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.it.Interpreters.Version;
import dev.leadline.launch.LaunchRequest;
import dev.leadline.launch.Launcher;
import dev.leadline.launch.Program;
import dev.leadline.launch.ProgramStdio;
import dev.leadline.wire.StreamListener;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One program, run on every interpreter that can run it, as it is run to be compared. */
final class ComparedRuns implements Closeable {

  private static final Recording RECORDING = Recording.USUAL.withModuleLevel(List.of());

  private final TreeMap<Version, Execution> executions = new TreeMap<>();

  /** Runs the program everywhere; what it says on stderr makes the test fail. */
  static ComparedRuns of(TestProgram program) throws IOException {
    ComparedRuns runs = new ComparedRuns();
    try {
      for (Interpreter python : Interpreters.all()) {
        Version version = Interpreters.version(python);
        if (program.runsOn(version)) {
          runs.executions.put(version, run(program, python));
        }
      }
      return runs;
    } catch (IOException | RuntimeException | Error e) {
      runs.close();
      throw e;
    }
  }

  /** What it did, oldest version first. */
  TreeMap<Version, Execution> executions() {
    return executions;
  }

  private static Execution run(TestProgram program, Interpreter python) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    LaunchRequest request =
        new LaunchRequest(
            new ChosenInterpreter("python", python),
            List.of("-W", "ignore"),
            new Program(Program.Kind.SCRIPT, program.target(), program.args()),
            RECORDING,
            false,
            false,
            Map.of("PYTHONHASHSEED", Optional.of("0")),
            program.directory(),
            Optional.empty(),
            ProgramStdio.piped(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err),
            true,
            LaunchRequest.DEFAULT_MAX_PROCESSES,
            Optional.empty());
    try (ExecutionWriter writer = ExecutionWriter.create()) {
      new Launcher().run(request, writer, new StreamListener() {});
      assertThat(err.toString()).as("stderr of %s on %s", program.name(), python).isEmpty();
      return writer.execution();
    }
  }

  @Override
  public void close() throws IOException {
    for (Execution execution : executions.values()) {
      execution.close();
    }
  }
}
