package dev.leadline.check.expect;

import dev.leadline.batch.ProgramRuns;
import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.batch.RunResult;
import dev.leadline.event.EventSink;
import dev.leadline.event.Recording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.filter.FilterSink;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.TestPython;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A program that has run on the default interpreter, as expectations see it. */
public final class Exposed implements Closeable {

  private static final String FILE = "app.py";

  private final Path directory;
  private final List<String> pythonOptions;
  private final List<Closeable> kept = new ArrayList<>();
  private final Map<List<Object>, Shown> ran = new HashMap<>();
  private Optional<Duration> timeout = Optional.empty();
  private OptionalLong limit = OptionalLong.empty();

  public Exposed(Path directory, String... pythonOptions) {
    this.directory = directory;
    this.pythonOptions = List.of(pythonOptions);
  }

  /** The same, stopped after so long. */
  public Exposed stoppedAfter(Duration time) {
    timeout = Optional.of(time);
    return this;
  }

  /** The same, with a bound of recorded events. */
  public Exposed limitedTo(long events) {
    limit = OptionalLong.of(events);
    return this;
  }

  /** What a source shows to an expectation, and what that says. */
  public Verdict judged(Expectation expectation, String source) throws IOException {
    return expectation.judge(List.of(shown(expectation, source))).get(0);
  }

  /** What a source shows when it runs as a script; once for expectations that record the same. */
  public Shown shown(Expectation expectation, String source) throws IOException {
    Recording recording = expectation.recording(recording());
    Recording received = expectation.listenerRecording(recording());
    Optional<EventSink> listener = expectation.listener();
    if (listener.isPresent()) {
      Shown shown = run(source, recording, received, listener);
      return new Shown(shown.result(), shown.execution(), Map.of(expectation, listener.get()));
    }
    List<Object> same = List.of(source, recording, received);
    Shown known = ran.get(same);
    if (known == null) {
      known = run(source, recording, received, listener);
      ran.put(same, known);
    }
    return known;
  }

  private Shown run(
      String source, Recording recording, Recording received, Optional<EventSink> listener)
      throws IOException {
    Files.writeString(directory.resolve(FILE), source);
    ExecutionWriter writer = ExecutionWriter.create();
    kept.add(writer);
    ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream());
    kept.add(runs::close);
    RunResult result =
        runs.run(
                List.of(run(received, FILE)),
                (index, run) -> sink(writer, recording, received, listener),
                RunWatcher.NONE)
            .get(0);
    assertThatItRan(result);
    Execution execution = writer.execution();
    kept.add(execution);
    return new Shown(result, execution, Map.of());
  }

  private Recording recording() {
    return Recording.builder().maxEvents(limit).build();
  }

  /** As a check does it. */
  private static EventSink sink(
      EventSink writer, Recording recording, Recording received, Optional<EventSink> listener) {
    List<EventSink> sinks = new ArrayList<>();
    sinks.add(FilterSink.keepingStructure(recording, writer));
    listener.ifPresent(one -> sinks.add(new FilterSink(received, one)));
    return EventSink.toEach(sinks);
  }

  /** A file of the directory, run with this one's options. */
  public PythonRun run(Recording recording, String file) {
    try {
      RunSpec.Builder spec =
          RunSpec.of(new Program(Program.Kind.SCRIPT, file, List.of()), directory)
              .pythonOptions(pythonOptions)
              .recording(recording)
              .timeout(timeout);
      return new PythonRun(TestPython.choose(), spec.build());
    } catch (NoInterpreterException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertThatItRan(RunResult result) {
    if (result.launched().isEmpty()) {
      throw new IllegalStateException(result.failure().orElseThrow());
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable one : kept) {
      one.close();
    }
  }
}
