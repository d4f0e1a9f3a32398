package dev.leadline.cli.command;

import dev.leadline.causes.FactsSource;
import dev.leadline.causes.KnownCauses;
import dev.leadline.causes.ScriptFacts;
import dev.leadline.causes.SourceFacts;
import dev.leadline.cli.option.ComparisonOptions;
import dev.leadline.cli.option.Inputs;
import dev.leadline.cli.option.InterpreterSearch;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.NamedOutput;
import dev.leadline.cli.output.ReadingProgress;
import dev.leadline.cli.output.Streams;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.RawComparer;
import dev.leadline.event.EventSink;
import dev.leadline.execution.EventList;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.report.compare.ComparedTraces;
import dev.leadline.source.SourceAccess;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.TraceFormatException;
import dev.leadline.wire.read.TraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code leadline diff}: what two stored traces differ in. */
@Command(
    name = "diff",
    description = {
      "Compares two stored traces: calls that were added, missing or in another order, exceptions.",
      "Equal parts are skipped; addresses, temporary paths and times make no difference."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline diff before.ndjson.gz after.ndjson.gz",
      "  leadline diff before.ndjson after.ndjson --time",
      "  leadline diff old.ndjson new.ndjson --fail-on program --format json -o diff.json"
    })
public final class DiffCommand implements Callable<Integer> {

  private final Streams streams;

  @Parameters(index = "0", paramLabel = "A", description = "The trace on the left.")
  private Path left;

  @Parameters(index = "1", paramLabel = "B", description = "The trace on the right.")
  private Path right;

  @Mixin private ComparisonOptions options;

  public DiffCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    options.check();
    options.spare(Inputs.traces(streams.directory(), left, right), streams.directory());
    if (options.raw()) {
      return showRaw().number();
    }
    try (Execution one = read(left);
        Execution other = read(right);
        KnownCauses causes = new KnownCauses(new LazySourceFacts(streams))) {
      Comparison comparison =
          new Comparer(causes).compare(one, other).allowing(options.allowance());
      options.show(
          new ComparedTraces(one, other, comparison), left.toString(), right.toString(), streams);
      return options.status(comparison).number();
    }
  }

  private ExitStatus showRaw() throws IOException {
    try (EventList one = EventList.create();
        EventList other = EventList.create()) {
      read(left, one);
      read(right, other);
      ComparisonOptions.RawPair pair =
          new ComparisonOptions.RawPair(left + " and " + right, new RawComparer(one, other));
      return options.status(options.showRaw(List.of(pair), streams), true);
    }
  }

  private Execution read(Path trace) throws IOException {
    try (ExecutionWriter writer = ExecutionWriter.create()) {
      read(trace, writer);
      return writer.execution();
    }
  }

  private void read(Path trace, EventSink sink) throws IOException {
    try (InputStream in = open(trace)) {
      TraceReader reader = new TraceReader(sink, StreamListener.NONE);
      reader.read(in);
      reader.finish();
    } catch (TraceFormatException e) {
      throw new IOException(trace + ": " + e.getMessage(), e);
    }
  }

  private InputStream open(Path trace) throws IOException {
    try {
      return ReadingProgress.of(streams).open(streams.directory().resolve(trace), trace.toString());
    } catch (TraceFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("cannot read " + trace + ": " + NamedOutput.reason(e), e);
    }
  }

  /** Facts by the default interpreter, which is looked for at the first request. */
  private static final class LazySourceFacts implements FactsSource {

    private final Streams streams;
    private Optional<FactsSource> facts = Optional.empty();

    LazySourceFacts(Streams streams) {
      this.streams = streams;
    }

    @Override
    public synchronized Optional<SourceFacts> of(ExecutionFacts execution, String file) {
      if (facts.isEmpty()) {
        facts = Optional.of(byDefault());
      }
      return facts.get().of(execution, file);
    }

    @Override
    public synchronized void close() {
      facts.ifPresent(FactsSource::close);
    }

    private FactsSource byDefault() {
      try {
        InterpreterSearch machine = InterpreterSearch.of(streams, streams.directory());
        return new ScriptFacts(machine.choice().byDefault().interpreter(), SourceAccess.STORED);
      } catch (NoInterpreterException e) {
        return NONE; // stored traces can be compared without any Python
      }
    }
  }
}
