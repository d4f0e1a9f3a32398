package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.calltree.FunctionTotals;
import dev.leadline.event.Ending;
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
            .map(entry -> JsonParts.function(entry.getKey(), entry.getValue())));
    list(
        "depths",
        depths.byPlace().entrySet().stream()
            .map(entry -> JsonParts.place(entry.getKey(), entry.getValue())));
    list("threads", threads.stream().map(JsonParts::thread));
    list("notices", notices.kept().stream().map(JsonParts::notice));
    out.write("\n}\n");
    out.flush();
  }

  private JsonObject head(Ending ending) {
    return new JsonObject()
        .text("format", "leadline-summary")
        .number("version", 1)
        .object("program", JsonParts.program(header))
        .object("python", JsonParts.python(header.python()))
        .text("cutoff", Shown.cutoff(header))
        .number("base_depth", JsonParts.wide(ending.baseDepth()))
        .text("outcome", ending.outcome().name().toLowerCase(Locale.ROOT))
        .number("status", JsonParts.wide(ending.status()))
        .text("detail", ending.detail())
        .number("time_ns", JsonParts.time(ending.timeNs()))
        .number("unknown_records", ending.unknownRecords())
        .number("malformed_lines", ending.malformedLines())
        .object("events", JsonParts.counts(new JsonObject(), depths.all()));
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
}
