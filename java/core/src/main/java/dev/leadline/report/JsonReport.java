package dev.leadline.report;

import dev.leadline.calltree.FunctionTotals;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.event.TraceThread;
import dev.leadline.json.JsonObject;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.text.JsonParts;
import dev.leadline.report.text.Phrases;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The summary as one JSON object for machines. The keys of version 1 stay as they are; readers
 * should pass over keys that they do not know. Times are nanoseconds, null where not taken.
 */
final class JsonReport extends FinalReport {

  private static final int THREADS = 10_000;

  private final Writer out;
  private final FunctionTotals functions;
  private final Map<TraceThread, OptionalInt> threads = new LinkedHashMap<>();
  private TraceThread latestThread;

  JsonReport(Writer out) {
    this(out, new FunctionTotals());
  }

  private JsonReport(Writer out, FunctionTotals functions) {
    super(functions);
    this.out = out;
    this.functions = functions;
  }

  @Override
  public void events(EventBatch events) throws IOException {
    super.events(events);
    TraceThread thread = events.thread();
    if (thread != latestThread && threads.size() < THREADS) {
      latestThread = thread;
      threads.putIfAbsent(thread, OptionalInt.empty());
    }
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    super.record(record);
    if (record instanceof BaseDepth base && threads.size() < THREADS) {
      threads.put(base.thread(), OptionalInt.of(base.depth()));
    }
  }

  @Override
  void write(Ending ending) throws IOException {
    String head = head(ending).toJson();
    out.write(head, 0, head.length() - 1);
    JsonParts.list(
        out,
        "functions",
        SummaryReport.sorted(functions.byFunction(), header().timed()).stream()
            .map(entry -> JsonParts.function(entry.getKey(), entry.getValue())));
    JsonParts.list(
        out,
        "depths",
        depths().byPlace().entrySet().stream()
            .map(entry -> JsonParts.place(entry.getKey(), entry.getValue())));
    JsonParts.list(
        out,
        "threads",
        threads.entrySet().stream()
            .map(entry -> JsonParts.thread(entry.getKey(), entry.getValue())));
    JsonParts.list(out, "processes", processes().processes().stream().map(JsonParts::process));
    JsonParts.list(out, "notices", notices().kept().stream().map(JsonParts::notice));
    out.write("\n}\n");
    out.flush();
  }

  private JsonObject head(Ending ending) {
    return new JsonObject()
        .text("format", "leadline-summary")
        .number("version", 1)
        .object("program", JsonParts.program(header()))
        .object("python", JsonParts.python(header().python()))
        .text("cutoff", Phrases.cutoff(header()))
        .number("base_depth", JsonParts.wide(ending.baseDepth()))
        .text("outcome", ending.outcome().name().toLowerCase(Locale.ROOT))
        .number("status", JsonParts.wide(ending.status()))
        .text("detail", ending.detail())
        .number("time_ns", JsonParts.time(ending.timeNs()))
        .number("unknown_records", ending.unknownRecords())
        .number("malformed_lines", ending.malformedLines())
        .object("events", JsonParts.counts(new JsonObject(), depths().all()));
  }

  /** In the list of formats. */
  static final class Format implements ReportFormat {

    @Override
    public Described described() {
      return new Described("json", "the summary for machines", "json");
    }

    @Override
    public Set<Need> needs() {
      return Set.of(Need.CALLS);
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new JsonReport(target.text());
    }
  }
}
