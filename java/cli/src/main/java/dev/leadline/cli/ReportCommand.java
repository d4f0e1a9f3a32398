package dev.leadline.cli;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Recording;
import dev.leadline.filter.BadGlobException;
import dev.leadline.filter.NoSuchStackException;
import dev.leadline.launch.BrokenPipe;
import dev.leadline.report.EmptyTraceAdvice;
import dev.leadline.report.ReportFormat;
import dev.leadline.report.ReportStyle;
import dev.leadline.source.SourceAccess;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.TraceEncoder;
import dev.leadline.wire.TraceFormatException;
import dev.leadline.wire.TraceInput;
import dev.leadline.wire.TraceReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  leadline report run.ndjson --function 'parse_*' --format lines",
      "  leadline report run.ndjson --format ndjson | jq .function",
      "  leadline report run.ndjson --levels 2 -o short.ndjson.gz",
      "  leadline report run.ndjson --process 1 --thread 0"
    })
final class ReportCommand implements Callable<Integer> {

  private final Streams streams;

  @Parameters(paramLabel = "TRACE", description = "A stored trace, compressed or not; - is stdin.")
  private Path trace;

  @Mixin private FilterOptions filters;
  @Mixin private StackOptions stacks;
  @Mixin private OutputOptions output;

  ReportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    filters.check();
    output.check();
    Optional<Path> file = output.file(streams.directory());
    if (output.isTrace() && file.isEmpty() && streams.outIsTerminal()) {
      throw output.wrong("--format trace is not for a terminal; give -o FILE");
    }
    if (file.isPresent() && isTrace(file.get())) {
      throw output.wrong("-o: " + file.get() + " is the trace itself");
    }
    try (InputStream in = open();
        OutputStream out =
            file.isPresent()
                ? NamedOutput.create(file.get())
                : NamedOutput.over("stdout", streams.out())) {
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
      // who reads the report has seen enough of it
    }
    return ExitStatus.OK.number();
  }

  private boolean isTrace(Path file) throws IOException {
    Path read = streams.directory().resolve(trace);
    return Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read);
  }

  private InputStream open() throws IOException {
    try {
      return trace.toString().equals("-")
          ? TraceInput.decompressed(streams.in())
          : TraceInput.open(streams.directory().resolve(trace));
    } catch (TraceFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("cannot read " + trace + ": " + NamedOutput.reason(e), e);
    }
  }

  private void show(InputStream in, OutputStream out, Optional<Path> file) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Optional<ReportFormat> format = output.report();
    EventSink sink =
        format.isPresent()
            ? format.get().open(writer, style(file), SourceAccess.STORED)
            : new TraceEncoder(out);
    ChosenEvents chosen = new ChosenEvents(this::choice, format.isEmpty(), sink);
    Announced announced = new Announced(stacks.before(chosen));
    TraceReader reader = new TraceReader(announced, new StreamListener() {});
    reader.read(in);
    Ending ending = reader.finish();
    writer.flush();
    if (!output.quiet()) {
      say(announced, chosen, ending, file);
    }
  }

  private Recording choice(Recording recorded) {
    return filters.over(recorded, streams.directory());
  }

  private ReportStyle style(Optional<Path> file) {
    return file.isEmpty() ? streams.outStyle() : ReportStyle.PLAIN;
  }

  private void say(Announced announced, ChosenEvents chosen, Ending ending, Optional<Path> file) {
    Voice voice = new Voice(streams.err());
    if (output.hidesNotices()) {
      announced.say(voice);
    }
    if (chosen.kept() == 0) {
      voice.say(nothing(ending, announced.gaps()));
    } else if (ending.outcome() == Ending.Outcome.CUT) {
      voice.say(Outcomes.sentence(ending));
    }
    file.ifPresent(path -> voice.say(Outcomes.count(chosen.kept()) + " in " + path));
  }

  private String nothing(Ending ending, boolean gaps) {
    return stacks
        .asked()
        .map(asked -> "no event was kept of " + asked + "")
        .orElseGet(() -> EmptyTraceAdvice.of(choice(Recording.USUAL), ending, gaps));
  }
}
