package dev.leadline.expect;

import dev.leadline.event.EventSink;
import dev.leadline.event.EverySink;
import dev.leadline.event.Recording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.filter.FilterSink;
import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.Surroundings;
import dev.leadline.launch.LaunchRequest;
import dev.leadline.launch.Program;
import dev.leadline.runs.ProgramRuns;
import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunResult;
import dev.leadline.runs.RunWatcher;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A program that has run on the interpreter at hand, as expectations are shown it. */
final class Exposed implements Closeable {

  private static final String FILE = "app.py";

  private final Path directory;
  private final List<String> pythonOptions;
  private final List<Closeable> kept = new ArrayList<>();
  private Optional<Duration> timeout = Optional.empty();
  private OptionalLong limit = OptionalLong.empty();

  Exposed(Path directory, String... pythonOptions) {
    this.directory = directory;
    this.pythonOptions = List.of(pythonOptions);
  }

  /** The same, stopped after so long. */
  Exposed stoppedAfter(Duration time) {
    timeout = Optional.of(time);
    return this;
  }

  /** The same, of which so many events are recorded. */
  Exposed limitedTo(long events) {
    limit = OptionalLong.of(events);
    return this;
  }

  static ChosenInterpreter python() throws NoInterpreterException {
    Surroundings here = Surroundings.ofThisMachine(System.getenv(), Path.of("").toAbsolutePath());
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, Path.of("."));
    return new InterpreterChoice(here, probe, new InterpreterFinder(here, probe)).atHand();
  }

  /** What a source shows to an expectation, and what that says. */
  Verdict judged(Expectation expectation, String source) throws IOException {
    return expectation.judge(List.of(shown(expectation, source))).get(0);
  }

  /** What a source shows when it runs as a script. */
  Shown shown(Expectation expectation, String source) throws IOException {
    Files.writeString(directory.resolve(FILE), source);
    Recording recording = expectation.recording(recording());
    ExecutionWriter writer = ExecutionWriter.create();
    kept.add(writer);
    Optional<EventSink> listener = expectation.listener();
    ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream());
    kept.add(runs::close);
    RunResult result =
        runs.run(
                List.of(request(expectation.heard(recording()), FILE)),
                (index, request) ->
                    sink(writer, recording, expectation.heard(recording()), listener),
                RunWatcher.NOBODY)
            .get(0);
    assertThatItRan(result);
    Execution execution = writer.execution();
    kept.add(execution);
    Map<Expectation, EventSink> heard =
        listener.<Map<Expectation, EventSink>>map(one -> Map.of(expectation, one)).orElse(Map.of());
    return new Shown(result, execution, heard);
  }

  private Recording recording() {
    Recording usual = Recording.USUAL;
    return new Recording(
        usual.cutoff(),
        usual.moduleLevel(),
        usual.levels(),
        usual.scopes(),
        usual.roots(),
        usual.include(),
        usual.exclude(),
        usual.functions(),
        usual.events(),
        limit);
  }

  /** As a check does it. */
  private static EventSink sink(
      EventSink writer, Recording recording, Recording heard, Optional<EventSink> listener) {
    List<EventSink> sinks = new ArrayList<>();
    sinks.add(FilterSink.keepingStructure(recording, writer));
    listener.ifPresent(one -> sinks.add(new FilterSink(heard, one)));
    return new EverySink(sinks);
  }

  /** A file of the directory, run with this one's options. */
  RunRequest request(Recording recording, String file) {
    try {
      return new RunRequest(
          python(),
          pythonOptions,
          new Program(Program.Kind.SCRIPT, file, List.of()),
          Optional.empty(),
          recording,
          false,
          Map.of(),
          directory,
          Optional.empty(),
          timeout,
          false,
          LaunchRequest.DEFAULT_MAX_PROCESSES);
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
