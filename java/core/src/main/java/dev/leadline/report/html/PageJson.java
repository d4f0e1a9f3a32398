package dev.leadline.report.html;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceThread;
import dev.leadline.json.JsonObject;
import dev.leadline.report.html.ExceptionGroups.Counted;
import dev.leadline.report.html.ExceptionGroups.Group;
import dev.leadline.report.html.LongestSpans.Span;
import dev.leadline.report.page.JsonColumns;
import dev.leadline.report.text.JsonParts;
import dev.leadline.report.text.Phrases;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;

/** The data of a page: one JSON object of tables by columns. Times are nanoseconds. */
final class PageJson {

  private final PageContent content;
  private final Header header;
  private final Ending ending;

  PageJson(PageContent content, Header header, Ending ending) {
    this.content = content;
    this.header = header;
    this.ending = ending;
  }

  /** Writes all of it, with that number of spans and these sources. */
  void write(Writer out, int spans, List<PageSource> sources, NotRun notRun) throws IOException {
    PathTable paths = new PathTable(content);
    paths.numberFunctions();
    out.write("{\"run\":");
    out.write(run().text("notRunUnknown", notRun.unknown()).toJson());
    writeFunctions(table(out, "functions"));
    writeLanes(table(out, "lanes"));
    paths.write(table(out, "paths"));
    writeSpans(table(out, "spans"), content.spans().longest(spans));
    writeExceptions(table(out, "exceptions"));
    out.write(",\n\"envelopes\":[");
    for (int lane = 0; lane < content.lanes().threads().size(); lane++) {
      out.write(lane == 0 ? "\n" : ",\n");
      writeEnvelope(new JsonColumns(out), content.lanes().lane(lane).envelope());
    }
    out.write("]");
    out.write(",\n\"sources\":[");
    for (int i = 0; i < sources.size(); i++) {
      out.write(i == 0 ? "\n" : ",\n");
      sources
          .get(i)
          .write(new JsonColumns(out), notRun.executable(sources.get(i)), header.timesLines());
    }
    out.write("]}");
  }

  private static JsonColumns table(Writer out, String key) throws IOException {
    out.write(",\n\"" + key + "\":");
    return new JsonColumns(out);
  }

  private JsonObject run() {
    return new JsonObject()
        .text("program", Phrases.program(header))
        .text("cwd", header.cwd())
        .text("python", Phrases.python(header))
        .text("executable", header.python().executable())
        .text("engine", header.engine())
        .text("agent", header.agentVersion())
        .number("started", header.startUnixNs() / 1_000_000)
        .text("cutoff", Phrases.cutoff(header))
        .number("base", JsonParts.wide(ending.baseDepth()))
        .flag("timed", header.timed())
        .flag("lineTimes", header.timesLines())
        .number("time", JsonParts.time(ending.timeNs()))
        .text("outcome", Phrases.outcome(ending) + Phrases.status(ending))
        .object("events", JsonParts.counts(new JsonObject(), content.depths().all()))
        .object("recording", recording(header.recording()))
        .texts("notices", content.notices().sentences())
        .number("malformed", ending.malformedLines())
        .number("unknown", ending.unknownRecords())
        .number("folded", content.tree().folded())
        .number("spans", content.spans().all())
        .number("moreExceptions", content.exceptions().more())
        .objects("gaps", content.gaps().stream().map(this::gap).toList())
        .objects(
            "processes",
            content.processes().processes().stream()
                .limit(PageLanes.MOST)
                .map(JsonParts::process)
                .toList());
  }

  private static JsonObject recording(Recording recording) {
    return new JsonObject()
        .flag("moduleLevel", recording.moduleLevel())
        .number("levels", JsonParts.wide(recording.levels()))
        .texts("scopes", recording.scopes().stream().map(Scope::wireName).toList())
        .texts("roots", recording.roots())
        .texts("include", recording.include())
        .texts("exclude", recording.exclude())
        .texts("functions", recording.functions())
        .texts("events", recording.events().stream().map(EventKind::pythonName).toList())
        .number("maxEvents", recording.maxEvents())
        .texts("values", recording.values().stream().map(ValueKind::wireName).toList());
  }

  private JsonObject gap(Notice.Gap gap) {
    return new JsonObject()
        .number("lane", content.lanes().of(gap.thread()).number())
        .text("reason", gap.reason())
        .number("from", JsonParts.time(gap.fromNs()))
        .number("to", JsonParts.time(gap.toNs()));
  }

  private void writeFunctions(JsonColumns columns) throws IOException {
    List<TracedFunction> functions = content.functions().all();
    Numbered<String> files = new Numbered<>();
    columns.texts("qualname", functions.stream().map(TracedFunction::qualname));
    columns.numbers("line", numbers(functions, TracedFunction::firstlineno));
    columns.texts("scope", functions.stream().map(function -> function.scope().wireName()));
    columns.numbers("file", numbers(functions, function -> files.of(function.file())));
    columns.texts("files", files.all().stream().map(file -> Phrases.file(file, header)));
    columns.close();
  }

  private void writeLanes(JsonColumns columns) throws IOException {
    List<TraceThread> threads = content.lanes().threads();
    columns.texts("name", threads.stream().map(TraceThread::name));
    columns.texts("word", threads.stream().map(TraceThread::word));
    columns.numbers("thread", numbers(threads, TraceThread::id));
    columns.numbers("process", numbers(threads, TraceThread::process));
    columns.numbers("pid", threads.stream().mapToLong(TraceThread::pid));
    columns.numbers(
        "base",
        LongStream.range(0, threads.size())
            .map(lane -> content.lanes().lane((int) lane).base().orElse(0)));
    columns.close();
  }

  private static void writeSpans(JsonColumns columns, List<Span> spans) throws IOException {
    columns.numbers("lane", numbers(spans, Span::lane));
    columns.numbers("function", numbers(spans, Span::function));
    columns.numbers("depth", numbers(spans, Span::depth));
    columns.numbers("start", spans.stream().mapToLong(Span::startNs));
    columns.numbers("length", spans.stream().mapToLong(Span::lengthNs));
    columns.close();
  }

  private void writeExceptions(JsonColumns columns) throws IOException {
    Map<Group, Counted> groups = content.exceptions().groups();
    List<Group> keys = List.copyOf(groups.keySet());
    columns.texts("type", keys.stream().map(Group::type));
    columns.texts("message", keys.stream().map(key -> groups.get(key).message()));
    columns.numbers("count", keys.stream().mapToLong(key -> groups.get(key).count()));
    columns.numbers("varied", numbers(keys, key -> groups.get(key).varied() ? 1 : 0));
    columns.numbers("frames", numbers(keys, key -> groups.get(key).frames()));
    columns.numbers("raisedIn", numbers(keys, Group::raisedIn));
    columns.numbers("raisedLine", numbers(keys, Group::raisedLine));
    columns.numbers("caughtIn", numbers(keys, Group::caughtIn));
    columns.numbers("caughtLine", numbers(keys, Group::caughtLine));
    columns.close();
  }

  private static void writeEnvelope(JsonColumns columns, DepthEnvelope envelope)
      throws IOException {
    int used = DepthEnvelope.BUCKETS;
    while (used > 0 && envelope.greatest()[used - 1] == 0) {
      used--;
    }
    columns.numbers("width", LongStream.of(envelope.width()));
    columns.numbers("least", Arrays.stream(envelope.least(), 0, used).asLongStream());
    columns.numbers("greatest", Arrays.stream(envelope.greatest(), 0, used).asLongStream());
    columns.close();
  }

  private static <T> LongStream numbers(List<T> rows, ToIntFunction<T> number) {
    return rows.stream().mapToLong(row -> number.applyAsInt(row));
  }
}
