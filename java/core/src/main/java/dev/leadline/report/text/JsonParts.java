package dev.leadline.report.text;

import dev.leadline.calltree.DepthTotals.Place;
import dev.leadline.calltree.ProcessTotals.Totals;
import dev.leadline.calltree.Tally;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The objects that the summary for machines is made of. */
public final class JsonParts {

  private JsonParts() {}

  public static JsonObject program(Header header) {
    return new JsonObject()
        .text("kind", header.programKind())
        .text("target", header.program())
        .texts("argv", header.argv())
        .text("cwd", header.cwd());
  }

  public static JsonObject python(Header.Python python) {
    return new JsonObject()
        .text("version", python.version())
        .text("implementation", python.implementation())
        .text("executable", python.executable());
  }

  public static JsonObject function(TracedFunction function, Tally tally) {
    return new JsonObject()
        .text("file", function.file())
        .text("function", function.function())
        .text("qualname", function.qualname())
        .number("firstlineno", function.firstlineno())
        .text("scope", function.scope().wireName())
        .number("calls", tally.calls())
        .number("lines", tally.lines())
        .number("exceptions", tally.exceptions())
        .number("own_ns", tally.ownNs())
        .number("total_ns", tally.totalNs())
        .number("resumes", tally.resumes());
  }

  public static JsonObject place(Place place, Map<EventKind, Long> counts) {
    boolean other = place.equals(Place.OTHER);
    OptionalLong depth = other ? OptionalLong.empty() : OptionalLong.of(place.depth());
    OptionalLong level = other ? OptionalLong.empty() : OptionalLong.of(place.level());
    return counts(new JsonObject().number("depth", depth).number("level", level), counts);
  }

  public static JsonObject thread(TraceThread thread, OptionalInt baseDepth) {
    return new JsonObject()
        .number("thread", thread.id())
        .number("ident", thread.ident())
        .text("name", thread.name())
        .flag("greenlet", thread.greenlet())
        .number("process", thread.pid())
        .number("process_number", thread.process())
        .number("base_depth", wide(baseDepth));
  }

  public static JsonObject process(Totals totals) {
    Header header = totals.process().header();
    JsonObject object =
        new JsonObject()
            .number("number", totals.process().number())
            .number("pid", header.process())
            .number("parent", header.parent())
            .text("origin", header.origin().wireName())
            .texts("argv", header.argv());
    Optional<Ending> ending = totals.ending();
    return object
        .number("base_depth", wide(ending.map(Ending::baseDepth).orElse(OptionalInt.empty())))
        .text("outcome", ending.map(end -> end.outcome().name().toLowerCase(Locale.ROOT)))
        .text("detail", ending.map(Ending::detail))
        .number("status", wide(ending.map(Ending::status).orElse(OptionalInt.empty())))
        .object("events", counts(new JsonObject(), totals.events()));
  }

  public static JsonObject notice(Notice notice) {
    return new JsonObject()
        .text("kind", notice.kind().name().toLowerCase(Locale.ROOT))
        .text("text", notice.text());
  }

  public static JsonObject counts(JsonObject object, Map<EventKind, Long> counts) {
    for (EventKind kind : EventKind.values()) {
      object.number(kind.pythonName(), counts.getOrDefault(kind, 0L));
    }
    return object;
  }

  public static OptionalLong wide(OptionalInt number) {
    return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
  }

  public static OptionalLong time(long timeNs) {
    return timeNs == TraceEvent.NO_TIME ? OptionalLong.empty() : OptionalLong.of(timeNs);
  }

  /** Writes one more key of an object, with a list: one element on each line. */
  public static void list(Writer out, String key, Stream<JsonObject> objects) throws IOException {
    out.write(",\n\"" + key + "\":[");
    String separator = "\n";
    for (JsonObject object : (Iterable<JsonObject>) objects::iterator) {
      out.write(separator);
      out.write(object.toJson());
      separator = ",\n";
    }
    out.write("]");
  }
}
