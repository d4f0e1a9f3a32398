package dev.leadline.cli;

import dev.leadline.event.Ending;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.launch.LaunchRequest;
import dev.leadline.launch.Launched;
import dev.leadline.launch.Launcher;
import dev.leadline.report.EmptyTraceAdvice;
import dev.leadline.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One run of a program: its events into a destination, and what is said of it afterwards. */
final class TraceRun {

  private final Streams streams;
  private final OutputOptions output;
  private final LaunchRequest request;
  private final Voice voice;

  TraceRun(Streams streams, OutputOptions output, LaunchRequest request) {
    this.streams = streams;
    this.output = output;
    this.request = request;
    this.voice = new Voice(streams.err());
  }

  /** Runs the program and gives the exit status; the output is opened before it starts. */
  int run(Optional<Path> file) throws IOException {
    if (output.verbose()) {
      Interpreter interpreter = request.python().interpreter();
      voice.say("CPython " + interpreter.version() + ", " + interpreter.sysExecutable());
    }
    try (Destination destination = destination(file)) {
      if (!output.quiet()) {
        Cautions.of(request.python().interpreter()).forEach(voice::say);
        Cautions.of(request.recording()).forEach(voice::say);
      }
      OnceStarted started = new OnceStarted(destination.sink());
      ChosenEvents chosen = new ChosenEvents(recorded -> recorded, false, started);
      Announced announced = new Announced(chosen);
      Launched launched = new Launcher().run(request, announced, destination.store());
      destination.finish(launched.exit());
      if (launched.refusal().isPresent()) {
        voice.say(launched.refusal().get());
        return ExitStatus.FAILED.number();
      }
      if (!output.quiet()) {
        if (output.hidesNotices()) {
          announced.say(voice);
        }
        describe(launched.ending(), chosen.kept(), announced.gaps(), file);
      }
      return status(launched.ending());
    }
  }

  private Destination destination(Optional<Path> file) throws IOException {
    Optional<ReportFormat> format = output.report();
    if (format.isEmpty()) {
      return new StoredTrace(file.orElseThrow());
    }
    if (file.isPresent()) {
      return WrittenReport.to(file.get(), format.get());
    }
    return WrittenReport.to(streams.err(), format.get(), streams.errStyle());
  }

  private int status(Ending ending) {
    return switch (ending.outcome()) {
      case TIMED_OUT -> ExitStatus.TIMED_OUT.number();
      case NOT_FOUND -> {
        voice.say("no such program: " + ending.detail());
        yield ExitStatus.NOT_FOUND.number();
      }
      case COMPLETED, RAISED, EXITED, LEFT, DIED, CUT ->
          ending.status().orElse(ExitStatus.FAILED.number());
    };
  }

  private void describe(Ending ending, long kept, boolean gaps, Optional<Path> file) {
    boolean ran = ending.outcome() != Ending.Outcome.NOT_FOUND;
    if (ran && kept == 0) {
      voice.say(EmptyTraceAdvice.of(request.recording(), ending, gaps));
    }
    if (ran && output.verbose() && ending.baseDepth().isPresent()) {
      voice.say("the program's <module> is at depth " + ending.baseDepth().getAsInt());
    }
    if (ran && file.isPresent()) {
      voice.say(Outcomes.count(kept) + " in " + file.get() + "; " + Outcomes.sentence(ending));
    }
  }
}
