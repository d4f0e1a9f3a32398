package dev.leadline.wire.read;

import dev.leadline.event.Ending;
import dev.leadline.event.Ending.Outcome;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.wire.EndRecord;
import dev.leadline.wire.Exit;
import dev.leadline.wire.Exit.ExitWords;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Gathers what a stream says of its end, and concludes what became of the program. */
final class OutcomeTracker {

  /** How long after an ending signal was sent the last event of its process may be. */
  private static final long DELIVERY_NS = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<Optional<TraceEvent>> lastEvent;
  private Optional<EndRecord> end = Optional.empty();
  private Optional<Exit> exit = Optional.empty();
  private Optional<TraceRecord.Leaving> leaving = Optional.empty();
  private OptionalInt baseDepth = OptionalInt.empty();
  private long timeNs = TraceEvent.NO_TIME;

  OutcomeTracker(Supplier<Optional<TraceEvent>> lastEvent) {
    this.lastEvent = lastEvent;
  }

  /** The base depth of a stack; that of the first stack is the trace's. */
  void base(int depth) {
    if (baseDepth.isEmpty()) {
      baseDepth = OptionalInt.of(depth);
    }
  }

  /** Events have come, the last of them at that time: a process that reported it leaves did not. */
  void events(long latestNs) {
    alive(latestNs);
    leaving = Optional.empty();
  }

  /** The process was there at that time, which may be {@link TraceEvent#NO_TIME}. */
  void alive(long atNs) {
    timeNs = Math.max(timeNs, atNs);
  }

  void leaving(TraceRecord.Leaving record, long atNs) {
    leaving = Optional.of(record);
    alive(atNs);
  }

  /** Whether the process said that it leaves at once, and did; an exec is often tried in vain. */
  boolean hasLeft() {
    return leaving.filter(last -> last.how() != TraceRecord.Leaving.How.EXEC).isPresent();
  }

  void end(EndRecord record) {
    end = Optional.of(record);
    alive(record.timeNs());
  }

  void exit(Exit record) {
    exit = Optional.of(record);
  }

  /** The exit record of a followed process that was killed, unless it was just quicker. */
  void killed(Exit record) {
    if (!hasLeft()) {
      exit = Optional.of(record);
    }
  }

  /** Another process sent it an ending signal then, which it may have survived. */
  void signalled(Exit ended, long atNs) {
    boolean survived = atNs != TraceEvent.NO_TIME && timeNs > atNs + DELIVERY_NS;
    if (exit.isEmpty() && end.isEmpty() && leaving.isEmpty() && !survived) {
      exit = Optional.of(ended);
    }
  }

  /** The exit record of the stream. */
  Optional<Exit> exit() {
    return exit;
  }

  /** How the trace ended, by what the stream alone says: a hole may hide the end record. */
  Ending stored(long unknownRecords, long malformedLines) {
    boolean hole = exit.map(Exit::eventsLost).orElse(true);
    return ending(hole ? Outcome.CUT : Outcome.DIED, unknownRecords, malformedLines);
  }

  /**
   * How a followed process ended, whose exit is rarely known; {@code program} is the tracker of the
   * first one.
   */
  Ending ofChild(OutcomeTracker program) {
    boolean hole = program.exit.map(Exit::eventsLost).orElse(true);
    boolean stopped = program.exit.map(Exit::timedOut).orElse(false);
    Outcome unknown = stopped ? Outcome.TIMED_OUT : hole ? Outcome.CUT : Outcome.DIED;
    Outcome silent = exit.isPresent() ? Outcome.DIED : unknown;
    return ending(end.map(EndRecord::outcome).orElse(silent), 0, 0);
  }

  /**
   * How the run ended: the stream was read to its end, so no end record means death. What its file
   * lost is not lost here.
   */
  Ending live(Exit known, long unknownRecords, long malformedLines) {
    String why = known.eventsLost() ? "" : known.detail();
    exit = Optional.of(new Exit(known.status(), known.timedOut(), false, why));
    return ending(Outcome.DIED, unknownRecords, malformedLines);
  }

  private Ending ending(Outcome withoutEnd, long unknownRecords, long malformedLines) {
    boolean timedOut = exit.map(Exit::timedOut).orElse(false);
    Outcome reported =
        end.map(EndRecord::outcome).orElse(leaving.map(OutcomeTracker::left).orElse(withoutEnd));
    Outcome outcome = timedOut ? Outcome.TIMED_OUT : reported;
    return new Ending(
        outcome,
        status(),
        detail(outcome),
        timeNs,
        baseDepth,
        end.map(EndRecord::seen).orElse(Map.of()),
        end.flatMap(EndRecord::events),
        unknownRecords,
        malformedLines);
  }

  private OptionalInt status() {
    if (exit.isPresent()) {
      return OptionalInt.of(exit.get().status());
    }
    if (end.isPresent()) {
      return end.get().status();
    }
    return leaving.isPresent() ? leaving.get().status() : OptionalInt.empty();
  }

  private static Outcome left(TraceRecord.Leaving leaving) {
    return switch (leaving.how()) {
      case EXEC, EXIT -> Outcome.LEFT;
      case ABORT -> Outcome.DIED;
    };
  }

  private String detail(Outcome outcome) {
    String why = exit.map(Exit::detail).orElse("");
    return switch (outcome) {
      case COMPLETED, RAISED, EXITED, NOT_FOUND -> end.map(EndRecord::detail).orElse(why);
      case TIMED_OUT -> because(why, "stopped when its time was up");
      case LEFT -> leaving.map(TraceRecord.Leaving::sentence).orElse(why);
      case DIED ->
          leaving.map(TraceRecord.Leaving::sentence).orElseGet(() -> because(why, death()));
      case CUT -> because(why, "the trace stops in the middle");
    };
  }

  private String death() {
    return exit.map(Exit::status)
        .map(ExitWords::describe)
        .orElse("its stream ended without a word");
  }

  private String because(String known, String otherwise) {
    return known.isEmpty()
        ? otherwise
            + lastEvent.get().map(event -> "; last event that came: " + place(event)).orElse("")
        : known;
  }

  private static String place(TraceEvent event) {
    String file = event.frame().code().file();
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    String line = TraceEvent.linenoText(event.lineno());
    String at =
        switch (event.kind()) {
          case LINE -> "line ";
          case CALL, RETURN, EXCEPTION, OPCODE -> event.kind().pythonName() + " at line ";
        };
    return at + line + " in " + event.frame().code().function() + " (" + name + ")";
  }
}
