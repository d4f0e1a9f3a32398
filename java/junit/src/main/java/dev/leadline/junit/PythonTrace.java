package dev.leadline.junit;

import dev.leadline.batch.CapturedOutput;
import dev.leadline.batch.ProgramRuns;
import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.batch.RunResult;
import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.event.EventSink;
import dev.leadline.event.Recording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.filter.FilterSink;
import dev.leadline.run.PythonRun;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.read.TraceInput;
import dev.leadline.wire.read.TraceReader;
import dev.leadline.wire.write.TraceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What a program did on one interpreter, and what it wrote; kept in files until it is closed. */
public final class PythonTrace implements AutoCloseable {

  private final ProgramRuns runs;
  private final RunResult result;
  private final Execution execution;
  private final Path stored;
  private final Recording usual;

  private PythonTrace(
      ProgramRuns runs, RunResult result, Execution execution, Path stored, Recording usual) {
    this.runs = runs;
    this.result = result;
    this.execution = execution;
    this.stored = stored;
    this.usual = usual;
  }

  /**
   * Runs a program.
   *
   * @param usual what is recorded where no assertion asks for more
   * @param wanted what of the recording the execution holds
   */
  static PythonTrace of(PythonRun run, Recording usual, Recording wanted) throws IOException {
    ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream());
    Path stored = Files.createTempFile("leadline-", ".ndjson");
    try (ExecutionWriter writer = ExecutionWriter.create();
        OutputStream out = Files.newOutputStream(stored)) {
      EventSink sink =
          EventSink.toEach(
              List.of(FilterSink.keepingStructure(wanted, writer), new TraceEncoder(out)));
      RunResult result = runs.run(List.of(run), (index, one) -> sink, RunWatcher.NONE).get(0);
      if (result.launched().isEmpty()) {
        throw new IllegalStateException(result.failure().orElse("the program did not run"));
      }
      return new PythonTrace(runs, result, writer.execution(), stored, usual);
    } catch (IOException | IllegalStateException e) {
      Files.deleteIfExists(stored);
      runs.close();
      throw e;
    }
  }

  /** Version of the interpreter: {@code 3.12.1}. */
  public String python() {
    return result.interpreter().version().toString();
  }

  /** What the program wrote to stdout, read as UTF-8. */
  public String stdout() {
    return text(result.stdout());
  }

  /** What the program wrote to stderr, read as UTF-8. */
  public String stderr() {
    return text(result.stderr());
  }

  /** Its exit status, 128 + N where signal N killed it; empty where it did not end by itself. */
  public OptionalInt exitStatus() {
    return execution.facts().ending().status();
  }

  /** The whole trace as Leadline stores it: what {@code leadline report} reads. */
  public Path file() {
    return stored;
  }

  /** Tells whether an expectation holds. */
  Verdict judge(Expectation expectation) {
    try {
      Map<Expectation, EventSink> listeners =
          expectation.listener().map(sink -> Map.of(expectation, sink)).orElse(Map.of());
      for (EventSink listener : listeners.values()) {
        replay(new FilterSink(expectation.listenerRecording(usual), listener));
      }
      return expectation.judge(List.of(new Shown(result, execution, listeners))).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replay(EventSink sink) throws IOException {
    try (InputStream in = TraceInput.open(stored)) {
      TraceReader reader = new TraceReader(sink, StreamListener.NONE);
      reader.read(in);
      reader.finish();
    }
  }

  private static String text(CapturedOutput output) {
    try (InputStream in = output.read()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the files. */
  @Override
  public void close() throws IOException {
    execution.close();
    runs.close();
    Files.deleteIfExists(stored);
  }

  @Override
  public String toString() {
    return result.spec().program().target() + " on Python " + python();
  }
}
