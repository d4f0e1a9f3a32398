package dev.leadline.wire;

import dev.leadline.event.Ending;
import dev.leadline.event.Ending.Outcome;
import dev.leadline.event.TraceEvent;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Gathers what a stream says of its end, and concludes what became of the program. */
final class EndStory {

  private final Supplier<Optional<TraceEvent>> lastEvent;
  private Optional<EndRecord> end = Optional.empty();
  private Optional<Exit> exit = Optional.empty();
  private OptionalInt baseDepth = OptionalInt.empty();
  private long timeNs = TraceEvent.NO_TIME;

  EndStory(Supplier<Optional<TraceEvent>> lastEvent) {
    this.lastEvent = lastEvent;
  }

  /** The base depth of a stack; that of the first stack is the trace's. */
  void base(int depth) {
    if (baseDepth.isEmpty()) {
      baseDepth = OptionalInt.of(depth);
    }
  }

  void timeNs(long latest) {
    timeNs = Math.max(timeNs, latest);
  }

  void end(EndRecord record) {
    end = Optional.of(record);
  }

  void exit(Exit record) {
    exit = Optional.of(record);
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
    Outcome outcome = timedOut ? Outcome.TIMED_OUT : end.map(EndRecord::outcome).orElse(withoutEnd);
    return new Ending(
        outcome,
        exit.map(known -> OptionalInt.of(known.status())).orElse(OptionalInt.empty()),
        detail(outcome),
        end.map(EndRecord::timeNs).orElse(timeNs),
        baseDepth,
        end.map(EndRecord::seen).orElse(Map.of()),
        unknownRecords,
        malformedLines);
  }

  private String detail(Outcome outcome) {
    String why = exit.map(Exit::detail).orElse("");
    return switch (outcome) {
      case COMPLETED, RAISED, EXITED, NOT_FOUND -> end.map(EndRecord::detail).orElse(why);
      case TIMED_OUT -> because(why, "stopped when its time was up");
      case DIED -> because(why, ExitStatus.describe(exit.map(Exit::status).orElse(0)));
      case CUT -> because(why, "the trace stops in the middle");
    };
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
    String line = event.lineno() == TraceEvent.NO_LINENO ? "?" : "" + event.lineno();
    String at =
        switch (event.kind()) {
          case LINE -> "line ";
          case CALL, RETURN, EXCEPTION, OPCODE -> event.kind().pythonName() + " at line ";
        };
    return at + line + " in " + event.frame().code().function() + " (" + name + ")";
  }
}
