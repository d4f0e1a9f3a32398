package dev.leadline.cli.command;

import dev.leadline.cli.option.OutputOptions;
import dev.leadline.cli.output.Destination;
import dev.leadline.cli.output.Destination.StoredTrace;
import dev.leadline.cli.output.Destination.WrittenReport;
import dev.leadline.cli.output.ExitStatus;
import dev.leadline.cli.output.Messages;
import dev.leadline.cli.output.NamedOutput;
import dev.leadline.cli.output.NoticeBuffer;
import dev.leadline.cli.output.Outcomes;
import dev.leadline.cli.output.RunWarnings;
import dev.leadline.cli.output.Streams;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceRecord;
import dev.leadline.filter.FilterSink;
import dev.leadline.filter.StatedCount;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.launch.Launch;
import dev.leadline.launch.Launched;
import dev.leadline.launch.Launcher;
import dev.leadline.report.EmptyTraceAdvice;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportPython;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.run.PythonRun;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.read.TraceInput;
import dev.leadline.wire.read.TraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One run of a program: its events into a destination, and what is said of it afterwards. */
final class TraceRun {

  /** Nanoseconds; a clock that is read by no system call takes a tenth of that. */
  private static final int SLOW_CLOCK = 200;

  private final Streams streams;
  private final OutputOptions output;
  private final PythonRun run;
  private final Messages messages;

  TraceRun(Streams streams, OutputOptions output, PythonRun run) {
    this.streams = streams;
    this.output = output;
    this.run = run;
    this.messages = new Messages(streams.err());
  }

  /** Runs the program and gives the exit status; the output is opened before it starts. */
  int run(Optional<Path> file) throws IOException {
    if (output.verbose()) {
      Interpreter interpreter = run.python().interpreter();
      messages.say("CPython " + interpreter.version() + ", " + interpreter.sysExecutable());
    }
    try (Destination destination = destination(file)) {
      if (!output.quiet()) {
        RunWarnings.of(run.python().interpreter()).forEach(messages::say);
        RunWarnings.of(run.spec().recording()).forEach(messages::say);
        output.withoutEffect().ifPresent(messages::say);
      }
      EventSink skipping = new SkipIfNotFound(destination.sink());
      FilterSink chosen = new FilterSink(recorded -> recorded, false, skipping);
      NoticeBuffer notices = new NoticeBuffer();
      StatedCount stated = new StatedCount();
      EventSink sink = EventSink.toEach(List.of(notices, stated, chosen));
      Launched launched =
          new Launcher().run(new Launch(run, streams.program()), sink, destination.store());
      destination.finish(launched.exit());
      if (launched.refusal().isPresent()) {
        messages.say(launched.refusal().get());
        return ExitStatus.FAILED.number();
      }
      if (output.verbose() && launched.noNative().isPresent()) {
        messages.say(
            "recorded in Python; the recorder in C cannot be used: " + launched.noNative().get());
      }
      if (!output.quiet()) {
        if (output.hidesNotices()) {
          notices.say(messages);
        }
        destination.leftOut().forEach(messages::say);
        launched.clockNs().ifPresent(this::sayIfSlow);
        Recorded recorded = recorded(launched, file, chosen, stated);
        describe(recorded, notices.gaps());
        file.ifPresent(path -> sayWhatIs(path, destination, recorded));
      }
      return status(launched.ending());
    }
  }

  private Destination destination(Optional<Path> file) throws IOException {
    Optional<ReportFormat> format = output.report();
    ReportPython python = new ReportPython(run.python().interpreter(), run.spec().pythonOptions());
    if (format.isEmpty()) {
      return new StoredTrace(file.orElseThrow(), python, output.storesSource());
    }
    if (file.isPresent()) {
      OutputStream out = NamedOutput.create(file.get(), output.compresses(file.get()));
      return WrittenReport.into(out, format.get(), output.style(ReportStyle.PLAIN), python);
    }
    return WrittenReport.to(streams.err(), format.get(), output.style(streams.errStyle()), python);
  }

  private int status(Ending ending) {
    return switch (ending.outcome()) {
      case TIMED_OUT -> ExitStatus.TIMED_OUT.number();
      case NOT_FOUND -> {
        messages.say("no such program: " + ending.detail());
        yield ExitStatus.NOT_FOUND.number();
      }
      case COMPLETED, RAISED, EXITED, LEFT, DIED, CUT ->
          ending.status().orElse(ExitStatus.FAILED.number());
    };
  }

  /** What was recorded, and how the program ended, which may be by its last event. */
  private record Recorded(long events, Ending ending) {}

  /** Reads a stored trace only where its processes do not state themselves what is in it. */
  private static Recorded recorded(
      Launched launched, Optional<Path> file, FilterSink chosen, StatedCount stated)
      throws IOException {
    if (chosen.readsEvents()) {
      return new Recorded(chosen.kept(), launched.ending());
    }
    if (stated.isCertain()) {
      return new Recorded(stated.count(), launched.ending());
    }
    FilterSink counting =
        new FilterSink(
            all -> all,
            false,
            new EventSink() {
              @Override
              public void header(Header header) {}

              @Override
              public void events(EventBatch events) {}

              @Override
              public void end(Ending ending) {}

              @Override
              public boolean readsValues() {
                return false;
              }
            });
    TraceReader reader = new TraceReader(counting, StreamListener.NONE);
    try (InputStream in = TraceInput.open(file.orElseThrow())) {
      reader.read(in);
    }
    return new Recorded(counting.kept(), reader.finish(launched.exit()));
  }

  private void describe(Recorded recorded, boolean gaps) {
    Ending ending = recorded.ending();
    boolean ran = ending.outcome() != Ending.Outcome.NOT_FOUND;
    if (ran && recorded.events() == 0) {
      messages.say(EmptyTraceAdvice.of(run.spec().recording(), ending, gaps));
    }
    if (ran && output.verbose() && ending.baseDepth().isPresent()) {
      messages.say("the program's <module> is at depth " + ending.baseDepth().getAsInt());
    }
  }

  private void sayIfSlow(int clockNs) {
    if (clockNs > SLOW_CLOCK) {
      messages.say(
          "a reading of the clock takes "
              + clockNs
              + " ns on this machine, and each call and return has one; --no-time does without");
    }
  }

  private void sayWhatIs(Path file, Destination destination, Recorded recorded) {
    Ending ending = recorded.ending();
    if (ending.outcome() != Ending.Outcome.NOT_FOUND) {
      String what =
          destination.wasLeft()
              ? "the reader of " + file + " closed it, and the program ran on; "
              : Outcomes.count(recorded.events()) + " in " + output.described(file) + "; ";
      messages.say(what + Outcomes.sentence(ending));
    }
  }

  /**
   * Withholds the header until something follows it, and all of a program that was not found: one
   * line says so, and no empty table is written above it.
   */
  private static final class SkipIfNotFound implements EventSink {

    private final EventSink downstream;
    private Optional<Header> held = Optional.empty();

    SkipIfNotFound(EventSink downstream) {
      this.downstream = downstream;
    }

    @Override
    public void header(Header header) {
      held = Optional.of(header);
    }

    @Override
    public void events(EventBatch events) throws IOException {
      release();
      downstream.events(events);
    }

    @Override
    public void record(TraceRecord record) throws IOException {
      release();
      downstream.record(record);
    }

    @Override
    public void end(Ending ending) throws IOException {
      if (ending.outcome() != Ending.Outcome.NOT_FOUND) {
        release();
        downstream.end(ending);
      }
    }

    @Override
    public boolean readsEvents() {
      return downstream.readsEvents();
    }

    @Override
    public boolean readsValues() {
      return downstream.readsValues();
    }

    private void release() throws IOException {
      if (held.isPresent()) {
        downstream.header(held.get());
        held = Optional.empty();
      }
    }
  }
}
