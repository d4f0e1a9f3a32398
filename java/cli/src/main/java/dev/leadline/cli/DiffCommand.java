package dev.leadline.cli;

import dev.leadline.causes.KnownCauses;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.RawComparer;
import dev.leadline.event.EventSink;
import dev.leadline.execution.EventList;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.TraceFormatException;
import dev.leadline.wire.TraceInput;
import dev.leadline.wire.TraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code leadline diff}: what two stored traces differ in. */
@Command(
    name = "diff",
    description = {
      "Lays two stored traces side by side: what was called more, less, in another order, raised.",
      "Equal parts are passed over; addresses, temporary paths and times make no difference."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline diff before.ndjson.gz after.ndjson.gz",
      "  leadline diff before.ndjson after.ndjson --time",
      "  leadline diff old.ndjson new.ndjson --fail-on program --format json -o diff.json"
    })
final class DiffCommand implements Callable<Integer> {

  private final Streams streams;

  @Parameters(index = "0", paramLabel = "A", description = "The trace on the left.")
  private Path left;

  @Parameters(index = "1", paramLabel = "B", description = "The trace on the right.")
  private Path right;

  @Mixin private ComparisonOptions options;

  DiffCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    options.check(streams.directory());
    if (options.raw()) {
      return showRaw().number();
    }
    try (Execution one = read(left);
        Execution other = read(right)) {
      Comparison comparison =
          new Comparer(new KnownCauses(new FactsAtHand(streams)))
              .compare(one, other)
              .allowing(options.allowance());
      options.show(comparison, left.toString(), right.toString(), streams);
      return options.status(comparison).number();
    }
  }

  private ExitStatus showRaw() throws IOException {
    try (EventList one = EventList.create();
        EventList other = EventList.create()) {
      read(left, one);
      read(right, other);
      RawPair pair = new RawPair(left + " and " + right, new RawComparer(one, other));
      return options.status(options.showRaw(List.of(pair), streams));
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
      TraceReader reader = new TraceReader(sink, new StreamListener() {});
      reader.read(in);
      reader.finish();
    } catch (TraceFormatException e) {
      throw new IOException(trace + ": " + e.getMessage(), e);
    }
  }

  private InputStream open(Path trace) throws IOException {
    try {
      return TraceInput.open(streams.directory().resolve(trace));
    } catch (TraceFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("cannot read " + trace + ": " + NamedOutput.reason(e), e);
    }
  }
}
