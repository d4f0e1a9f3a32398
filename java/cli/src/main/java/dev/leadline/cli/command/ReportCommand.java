package dev.leadline.cli.command;

import dev.leadline.cli.option.Converters;
import dev.leadline.cli.option.FilterOptions;
import dev.leadline.cli.option.Inputs;
import dev.leadline.cli.option.InterpreterSearch;
import dev.leadline.cli.option.OutputOptions;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Messages;
import dev.leadline.cli.output.NamedOutput;
import dev.leadline.cli.output.NoticeBuffer;
import dev.leadline.cli.output.Outcomes;
import dev.leadline.cli.output.ReadingProgress;
import dev.leadline.cli.output.Streams;
import dev.leadline.cli.output.WrittenOutput;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.IgnoringSink;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceRecord;
import dev.leadline.files.BrokenPipe;
import dev.leadline.filter.FilterSink;
import dev.leadline.filter.Glob.BadGlobException;
import dev.leadline.filter.StackFilter;
import dev.leadline.filter.StackFilter.NoSuchStackException;
import dev.leadline.filter.TimeFilter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.report.EmptyTraceAdvice;
import dev.leadline.report.ReportFormats;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportPython;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.source.SourceAccess;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.TraceFormatException;
import dev.leadline.wire.read.TraceInput;
import dev.leadline.wire.read.TraceReader;
import dev.leadline.wire.write.TraceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leadline report}: any view of a stored trace. */
@Command(
    name = "report",
    description = {
      "Shows a stored trace, or stores a part of it again; on stdout without -o.",
      "A filter that is not given is as it was when the trace was recorded; all can only narrow that.",
      "A --root need not exist here: a trace may come from another machine."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  leadline report run.ndjson.gz --format summary",
      "  leadline report run.ndjson.gz -o run.html                a page for the browser",
      "  leadline report run.ndjson --function 'parse_*' --format lines",
      "  leadline report run.ndjson --format ndjson | jq .function",
      "  leadline report run.ndjson --levels 2 -o short.ndjson.gz",
      "  leadline report run.ndjson --no-source -o shared.ndjson.gz",
      "  leadline report run.ndjson --process 1 --thread 0",
      "  leadline report run.ndjson --between 1.2s..1.4s -o part.trace.json"
    })
public final class ReportCommand implements Callable<Integer> {

  private final Streams streams;

  @Parameters(paramLabel = "TRACE", description = "A stored trace, compressed or not; - is stdin.")
  private Path trace;

  @Mixin private FilterOptions filters;
  @Mixin private PartOptions part;
  @Mixin private OutputOptions output;

  @Option(
      names = "--list-formats",
      help = true,
      description = "Print the formats, with the extension that picks each, and exit.")
  private boolean listsFormats;

  private Recording recorded = Recording.USUAL;

  public ReportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (listsFormats) {
      String table = String.join("\n", ReportFormats.ALL.table());
      WrittenOutput.to(Optional.empty(), streams, out -> out.write(table + "\n"));
      return ExitStatus.OK.number();
    }
    filters.check();
    output.check();
    Inputs inputs = Inputs.traces(streams.directory(), trace);
    Optional<Path> file = output.file(streams.directory(), inputs);
    output.checkStream(streams.outIsTerminal(), "is not for a terminal; give -o FILE");
    ReadingProgress progress = ReadingProgress.of(streams);
    try (InputStream in = open(progress);
        OutputStream out =
            file.isPresent()
                ? new NamedOutput.Late(file.get(), output.compresses(file.get()))
                : NamedOutput.over("stdout", progress.before(streams.out()))) {
      show(in, out, file);
      out.flush();
    } catch (TraceFormatException e) {
      throw new IOException(trace + ": " + e.getMessage(), e);
    } catch (BadGlobException e) {
      // those of the command line were read with it, so it is one that the trace's header has
      throw new IOException(trace + ": the header of the trace is wrong: " + e.getMessage(), e);
    } catch (IOException e) {
      if (e.getCause() instanceof NoSuchStackException) {
        throw new IOException(trace + ": " + e.getMessage(), e);
      }
      if (!BrokenPipe.is(e)) {
        throw e;
      }
      // the reader of the report has closed it
    }
    return ExitStatus.OK.number();
  }

  private InputStream open(ReadingProgress progress) throws IOException {
    try {
      if (trace.toString().equals("-")) {
        return TraceInput.decompressed(streams.in());
      }
      return progress.open(streams.directory().resolve(trace), trace.toString());
    } catch (TraceFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("cannot read " + trace + ": " + NamedOutput.reason(e), e);
    }
  }

  private void show(InputStream in, OutputStream out, Optional<Path> file) throws IOException {
    ReportTarget target =
        new ReportTarget(out, output.style(streams.outStyle()), SourceAccess.STORED, this::python);
    Optional<ReportFormat> format = output.report();
    EventSink sink = format.isPresent() ? format.get().open(target) : encoder(out);
    FilterSink chosen = new FilterSink(this::choice, format.isEmpty(), sink);
    NoticeBuffer notices = new NoticeBuffer();
    EventSink both =
        EventSink.toEach(
            List.of(
                new NeedsCheck(trace, format, part.isTimed()),
                part.before(EventSink.toEach(List.of(notices, chosen)))));
    TraceReader reader = new TraceReader(both, StreamListener.NONE);
    reader.read(in);
    Ending ending = reader.finish();
    target.flush();
    if (!output.quiet()) {
      say(notices, target.leftOut(), chosen, ending, file);
    }
  }

  private EventSink encoder(OutputStream out) {
    EventSink encoder = new TraceEncoder(out);
    return output.storesSource() ? encoder : new WithoutSource(encoder);
  }

  private Recording choice(Recording all) {
    recorded = all;
    return output.widened(filters.over(all, streams.directory()));
  }

  private void say(
      NoticeBuffer notices,
      List<String> leftOut,
      FilterSink chosen,
      Ending ending,
      Optional<Path> file) {
    Messages messages = new Messages(streams.err());
    output.withoutEffect().ifPresent(messages::say);
    if (output.hidesNotices()) {
      notices.say(messages);
    }
    leftOut.forEach(messages::say);
    if (chosen.kept() == 0) {
      messages.say(nothing(ending, notices.gaps()));
    } else if (ending.outcome() == Ending.Outcome.CUT) {
      messages.say(Outcomes.sentence(ending));
    }
    file.ifPresent(
        path -> messages.say(Outcomes.count(chosen.kept()) + " in " + output.described(path)));
  }

  private String nothing(Ending ending, boolean gaps) {
    return part.asked()
        .map(asked -> "no event was kept of " + asked)
        .orElseGet(() -> EmptyTraceAdvice.of(choice(recorded), recorded, ending, gaps));
  }

  /**
   * An interpreter of this machine for a trace that may come from another. The file that the trace
   * names as its interpreter is not started.
   */
  private ReportPython python(Header header) throws IOException {
    try {
      InterpreterChoice choice = InterpreterSearch.of(streams, streams.directory()).choice();
      return new ReportPython(choice.mostLike(header.python().version()).interpreter(), List.of());
    } catch (NoInterpreterException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Passes on all but what a trace holds of the text of its source files. */
  private record WithoutSource(EventSink downstream) implements EventSink {

    @Override
    public void header(Header header) throws IOException {
      downstream.header(header);
    }

    @Override
    public void events(EventBatch events) throws IOException {
      downstream.events(events);
    }

    @Override
    public void record(TraceRecord record) throws IOException {
      if (!(record instanceof TraceRecord.SourceText)) {
        downstream.record(record);
      }
    }

    @Override
    public void end(Ending ending) throws IOException {
      downstream.end(ending);
    }
  }

  /** Refuses a trace that lacks what the report is made of. */
  private record NeedsCheck(Path trace, Optional<ReportFormat> format, boolean timed)
      implements IgnoringSink {

    @Override
    public void header(Header header) throws IOException {
      SortedSet<Need> lacking = new TreeSet<>(format.map(ReportFormat::needs).orElse(Set.of()));
      lacking.removeIf(need -> need.isIn(header));
      List<String> what = new ArrayList<>();
      if (!lacking.isEmpty()) {
        what.add("--format " + format.get().name() + " is made of " + Need.phrase(lacking));
      }
      if (timed && !Need.TIMES.isIn(header)) {
        lacking.add(Need.TIMES);
        what.add("--between needs times");
      }
      if (!lacking.isEmpty()) {
        throw new IOException(
            trace
                + ": "
                + String.join(", and ", what)
                + ", which this trace lacks; record it "
                + Need.advice(lacking));
      }
    }
  }

  /** Which part of a stored trace is shown: of its stacks, and of its time. */
  private static final class PartOptions {

    @Option(
        names = "--thread",
        paramLabel = "N",
        converter = Converters.Count.class,
        description = "Only the thread with that number; 0 is the main thread.")
    private Optional<Integer> thread = Optional.empty();

    @Option(
        names = "--process",
        paramLabel = "N",
        converter = Converters.Count.class,
        description = "Only the process with that number; 0 is the program's own.")
    private Optional<Integer> process = Optional.empty();

    @Option(
        names = "--between",
        paramLabel = "A..B",
        converter = Converters.Between.class,
        description =
            "Only what happened from A to B, times since the trace's begin: 1.2s..1.4s, 300ms..,"
                + " ..50us; units are h, m, s, ms and us, a plain number is seconds.")
    private Optional<Converters.Between.Times> between = Optional.empty();

    /** Whether a part of the time was asked for. */
    public boolean isTimed() {
      return between.isPresent();
    }

    /** The same sink, or one that lets pass to it only what was asked for. */
    public EventSink before(EventSink downstream) {
      EventSink timed =
          between
              .<EventSink>map(times -> new TimeFilter(times.fromNs(), times.toNs(), downstream))
              .orElse(downstream);
      return thread.isEmpty() && process.isEmpty()
          ? timed
          : new StackFilter(number(process), number(thread), timed);
    }

    /** What was asked for, for a sentence: empty where all of the trace was. */
    public Optional<String> asked() {
      String words =
          (process.map(number -> " --process " + number).orElse("")
                  + thread.map(number -> " --thread " + number).orElse("")
                  + between.map(times -> " --between " + times.text()).orElse(""))
              .strip();
      return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static OptionalInt number(Optional<Integer> number) {
      return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
    }
  }
}
