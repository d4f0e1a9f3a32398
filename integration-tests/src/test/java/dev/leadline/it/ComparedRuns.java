package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Recording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.PythonVersion;
import dev.leadline.launch.Launch;
import dev.leadline.launch.Launcher;
import dev.leadline.launch.ProgramStdio;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import dev.leadline.wire.StreamListener;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One program, run on every release that can run it, as it is run to be compared. */
final class ComparedRuns implements Closeable {

  private static final Recording RECORDING = Recording.USUAL.withModuleLevel(List.of());

  private final TestProgram program;
  private final TreeMap<PythonVersion, Interpreter> pythons = new TreeMap<>();
  private final TreeMap<PythonVersion, Execution> executions = new TreeMap<>();
  private final Map<PythonVersion, Map<Integer, Long>> lines = new HashMap<>();

  private ComparedRuns(TestProgram program) {
    this.program = program;
  }

  /** Runs the program everywhere; what it says on stderr makes the test fail. */
  static ComparedRuns of(TestProgram program) throws IOException {
    ComparedRuns runs = new ComparedRuns(program);
    try {
      for (Interpreter python : Interpreters.releases()) {
        if (program.runsOn(Interpreters.version(python))) {
          runs.pythons.put(python.version(), python);
          runs.executions.put(python.version(), run(program, python));
        }
      }
      return runs;
    } catch (IOException | RuntimeException | Error e) {
      runs.close();
      throw e;
    }
  }

  /** What it did, oldest release first. */
  TreeMap<PythonVersion, Execution> executions() {
    return executions;
  }

  /** Whether CPython itself reports a line of the program more often on one than on the other. */
  boolean areReportedOtherwise(int line, PythonVersion one, PythonVersion other)
      throws IOException {
    return !Objects.equals(lines(one).get(line), lines(other).get(line));
  }

  /** How often the raw recorder sees each line. */
  private Map<Integer, Long> lines(PythonVersion version) throws IOException {
    Map<Integer, Long> known = lines.get(version);
    if (known == null) {
      Path raw = Files.createTempFile("raw", ".ndjson");
      try {
        BothRuns.record("user", pythons.get(version), program, raw);
        known =
            OracleEvent.recorded(raw).stream()
                .filter(one -> one.event().equals("line"))
                .filter(one -> one.file().equals(program.target()))
                .collect(Collectors.groupingBy(OracleEvent::lineno, Collectors.counting()));
      } finally {
        Files.delete(raw);
      }
      assertThat(known).as("lines that the recorder received").isNotEmpty();
      lines.put(version, known);
    }
    return known;
  }

  private static Execution run(TestProgram program, Interpreter python) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Program script = new Program(Program.Kind.SCRIPT, program.target(), program.args());
    RunSpec spec =
        RunSpec.of(script, program.directory())
            .pythonOptions(List.of("-W", "ignore"))
            .recording(RECORDING)
            .environment(Map.of("PYTHONHASHSEED", Optional.of("0")))
            .follow(true)
            .build();
    Launch launch =
        new Launch(
            new PythonRun(new ChosenInterpreter("python", python), spec),
            ProgramStdio.piped(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), err));
    try (ExecutionWriter writer = ExecutionWriter.create()) {
      new Launcher().run(launch, writer, StreamListener.NONE);
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
