package dev.leadline.report;

import dev.leadline.event.EventKind;
import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.report.text.ModuleNames;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.SourceFiles;
import dev.leadline.report.text.TextLine;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.source.Sources;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands on the line of an event, behind its depth. */
interface EventLayout {

  /** Where the files of an event's process are. */
  record Place(Header header, Sources sources) {}

  /** Adds the event to a line. */
  void describe(TextLine line, TraceEvent event, Place place);

  /** Whether something is to be said of a frame on a line of its own before an event of it. */
  default boolean introduces(Frame frame, EventKind event) {
    return false;
  }

  /**
   * Adds that.
   *
   * @param line one that has the frame's depth and indent
   */
  default void introduce(TextLine line, Frame frame, Place place) {}

  private static Tone tone(EventKind kind) {
    return switch (kind) {
      case CALL, RETURN -> Tone.STRONG;
      case LINE, OPCODE -> Tone.PLAIN;
      case EXCEPTION -> Tone.ALARM;
    };
  }

  private static String exception(ExceptionEvent exception) {
    return exception.type() + (exception.message().isEmpty() ? "" : ": " + exception.message());
  }

  private static String value(FrameValues.Named value) {
    return value.text().map(text -> value.name() + "=" + text).orElse("del " + value.name());
  }

  /** Each event says what and where it is: for {@code grep}. */
  final class Flat implements EventLayout {

    private static final int EVENT_WIDTH = 9;

    private final SourceFiles files = new SourceFiles();

    @Override
    public void describe(TextLine line, TraceEvent event, Place place) {
      Frame frame = event.frame();
      line.left(event.kind().pythonName(), EVENT_WIDTH, tone(event.kind())).add(" ");
      String file = Phrases.file(frame.code().file(), place.header());
      line.add(file + ":" + Phrases.lineno(event.lineno()), Tone.FAINT);
      line.add(" " + frame.code().qualname());
      if (event instanceof ExceptionEvent exception) {
        line.add("  " + exception(exception));
      } else {
        String source = files.line(place.sources(), frame.code().file(), event.lineno());
        line.add(source.isEmpty() ? "" : "  " + source);
      }
      event
          .values()
          .ifPresent(values -> values.values().forEach(value -> add(line, values, value)));
    }

    private static void add(TextLine line, FrameValues values, FrameValues.Named value) {
      boolean returned = values.kind() == ValueKind.RETURN;
      line.add("  " + (returned ? "-> " + value.text().orElse("") : value(value)));
    }
  }

  /** The lines of a call stand under it, between {@code > function(args)} and {@code < value}. */
  final class Grouped implements EventLayout {

    private static final int LINENO_WIDTH = 6;
    private static final int FRAMES = 1_000;
    private static final int THREADS = 10_000;

    private final SourceFiles files = new SourceFiles();
    private final Map<TraceThread, SortedMap<Integer, Frame>> named = new IdentityHashMap<>();
    private Frame latest;

    /** A call names its function; a frame whose call is not in the trace is named before. */
    @Override
    public boolean introduces(Frame frame, EventKind event) {
      if (frame == latest) {
        return false;
      }
      latest = frame;
      if (named.size() == THREADS) {
        named.clear();
      }
      SortedMap<Integer, Frame> frames =
          named.computeIfAbsent(frame.thread(), thread -> new TreeMap<>());
      frames.tailMap(frame.depth() + 1).clear();
      if (frames.size() == FRAMES) {
        frames.clear();
      }
      return frames.put(frame.depth(), frame) != frame && event != EventKind.CALL;
    }

    @Override
    public void introduce(TextLine line, Frame frame, Place place) {
      addFunction(line.add("in "), frame, "", place);
    }

    @Override
    public void describe(TextLine line, TraceEvent event, Place place) {
      switch (event.kind()) {
        case CALL -> addCall(line, (CallEvent) event, place);
        case RETURN -> addReturn(line, event);
        case LINE, OPCODE, EXCEPTION -> addLine(line, event, place);
      }
    }

    private static void addCall(TextLine line, CallEvent call, Place place) {
      String values =
          call.values()
              .map(
                  recorded ->
                      recorded.values().stream()
                          .map(EventLayout::value)
                          .collect(Collectors.joining(", ", "(", ")")))
              .orElse("");
      String resumed = call.resumed() ? "  resumes in line " + Phrases.lineno(call.lineno()) : "";
      line.add("> ", Tone.STRONG);
      addFunction(line, call.frame(), values + resumed, place);
    }

    private static void addFunction(TextLine line, Frame frame, String more, Place place) {
      String module = ModuleNames.of(frame.code().file(), place.header());
      line.add(frame.code().qualname(), Tone.STRONG).add(more);
      line.atEdge(module + ":" + frame.code().firstlineno(), Tone.FAINT);
    }

    private static void addReturn(TextLine line, TraceEvent event) {
      line.add("<", Tone.STRONG);
      event
          .values()
          .flatMap(values -> values.values().stream().findFirst())
          .flatMap(FrameValues.Named::text)
          .ifPresent(text -> line.add(" " + text));
    }

    private void addLine(TextLine line, TraceEvent event, Place place) {
      line.add(" ".repeat(LINENO_WIDTH - 4));
      line.right(Phrases.lineno(event.lineno()), 4, Tone.FAINT).add("  ");
      if (event instanceof ExceptionEvent exception) {
        line.add("! " + exception(exception), Tone.ALARM);
      } else if (event.kind() == EventKind.OPCODE) {
        line.add("(opcode)", Tone.FAINT);
      } else {
        line.add(files.line(place.sources(), event.frame().code().file(), event.lineno()));
      }
      event
          .values()
          .ifPresent(
              values ->
                  values.values().forEach(value -> line.add("  " + value(value), Tone.FAINT)));
    }
  }
}
