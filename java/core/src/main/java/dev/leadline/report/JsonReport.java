package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.calltree.DepthTotals.Place;
import dev.leadline.calltree.FunctionTotals;
import dev.leadline.calltree.Tally;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.wire.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The summary as one JSON object for machines. The keys of version 1 stay as they are; readers
 * should pass over keys that they do not know. Times are nanoseconds, null where not taken.
 */
final class JsonReport implements EventSink {

  private static final int THREADS = 10_000;

  private final Writer out;
  private final FunctionTotals functions = new FunctionTotals();
  private final DepthTotals depths = new DepthTotals();
  private final Notices notices = new Notices();
  private final Set<TraceThread> threads = new LinkedHashSet<>();
  private TraceThread latestThread;
  private Header header;

  JsonReport(Writer out) {
    this.out = out;
  }

  @Override
  public void header(Header header) {
    this.header = header;
  }

  @Override
  public void event(TraceEvent event) {
    functions.event(event);
    depths.event(event);
    TraceThread thread = event.frame().thread();
    if (thread != latestThread && threads.size() < THREADS) {
      latestThread = thread;
      threads.add(thread);
    }
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public void end(Ending ending) throws IOException {
    functions.end(ending);
    String head = head(ending).toJson();
    out.write(head, 0, head.length() - 1);
    list(
        "functions",
        SummaryReport.sorted(functions.byFunction(), header.timed()).stream()
            .map(entry -> function(entry.getKey(), entry.getValue())));
    list(
        "depths",
        depths.byPlace().entrySet().stream().map(entry -> place(entry.getKey(), entry.getValue())));
    list("threads", threads.stream().map(JsonReport::thread));
    list("notices", notices.kept().stream().map(JsonReport::told));
    out.write("\n}\n");
    out.flush();
  }

  private JsonObject head(Ending ending) {
    return new JsonObject()
        .text("format", "leadline-summary")
        .number("version", 1)
        .object("program", program())
        .object("python", python())
        .text("cutoff", Shown.cutoff(header))
        .number("base_depth", wide(ending.baseDepth()))
        .text("outcome", ending.outcome().name().toLowerCase(Locale.ROOT))
        .number("status", wide(ending.status()))
        .text("detail", ending.detail())
        .number("time_ns", time(ending.timeNs()))
        .number("unknown_records", ending.unknownRecords())
        .number("malformed_lines", ending.malformedLines())
        .object("events", counts(new JsonObject(), depths.all()));
  }

  private JsonObject program() {
    return new JsonObject()
        .text("kind", header.programKind())
        .text("target", header.program())
        .texts("argv", header.argv())
        .text("cwd", header.cwd());
  }

  private JsonObject python() {
    return new JsonObject()
        .text("version", header.python().version())
        .text("implementation", header.python().implementation())
        .text("executable", header.python().executable());
  }

  /** Writes a list of objects, one on each line. */
  private void list(String key, Stream<JsonObject> objects) throws IOException {
    out.write(",\n\"" + key + "\":[");
    String separator = "\n";
    for (JsonObject object : (Iterable<JsonObject>) objects::iterator) {
      out.write(separator);
      out.write(object.toJson());
      separator = ",\n";
    }
    out.write("]");
  }

  private static JsonObject function(TracedFunction function, Tally tally) {
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
        .number("total_ns", tally.totalNs());
  }

  private static JsonObject place(Place place, Map<EventKind, Long> counts) {
    boolean other = place.equals(Place.OTHER);
    OptionalLong depth = other ? OptionalLong.empty() : OptionalLong.of(place.depth());
    OptionalLong level = other ? OptionalLong.empty() : OptionalLong.of(place.level());
    return counts(new JsonObject().number("depth", depth).number("level", level), counts);
  }

  private static JsonObject thread(TraceThread thread) {
    return new JsonObject()
        .number("thread", thread.id())
        .number("ident", thread.ident())
        .text("name", thread.name())
        .number("process", thread.process());
  }

  private static JsonObject told(Notice notice) {
    return new JsonObject()
        .text("kind", notice.kind().name().toLowerCase(Locale.ROOT))
        .text("text", notice.text());
  }

  private static JsonObject counts(JsonObject object, Map<EventKind, Long> counts) {
    for (EventKind kind : EventKind.values()) {
      object.number(kind.pythonName(), counts.getOrDefault(kind, 0L));
    }
    return object;
  }

  private static OptionalLong wide(OptionalInt number) {
    return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
  }

  private static OptionalLong time(long timeNs) {
    return timeNs == TraceEvent.NO_TIME ? OptionalLong.empty() : OptionalLong.of(timeNs);
  }
}
