package dev.leadline.wire.write;

import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.ExecutableFile;
import dev.leadline.event.ExecutableFile.Branch;
import dev.leadline.event.ExecutableFile.Statement;
import dev.leadline.event.Frame;
import dev.leadline.event.Layer;
import dev.leadline.event.Notice;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.StackState;
import dev.leadline.event.TraceThread;
import dev.leadline.json.JsonObject;
import dev.leadline.wire.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text of every record but {@code header} and {@code events}. */
final class RecordEncoder {

  private RecordEncoder() {}

  static String process(int number) {
    return RecordKind.PROCESS.begin().number("process", number).toJson();
  }

  static String thread(TraceThread thread) {
    JsonObject record =
        RecordKind.THREAD
            .begin()
            .number("thread", thread.id())
            .number("ident", thread.ident())
            .text("name", thread.name());
    return (thread.greenlet() ? record.flag("greenlet", true) : record).toJson();
  }

  static String code(Code code, int lineno) {
    return RecordKind.CODE
        .begin()
        .number("code", code.id())
        .text("file", code.file())
        .text("function", code.function())
        .text("qualname", code.qualname())
        .number("firstlineno", code.firstlineno())
        .number("lineno", lineno(lineno))
        .text("module", code.module())
        .text("scope", code.scope().wireName())
        .flag("base", code.base())
        .toJson();
  }

  /** The code number is null where the program's module itself is not in the trace. */
  static String base(int thread, OptionalLong code, int depth, List<Layer> layers) {
    return RecordKind.BASE
        .begin()
        .number("thread", thread)
        .number("code", code)
        .number("depth", depth)
        .list("layers", list(layers))
        .toJson();
  }

  static String layers(TraceRecord.LayersSeen seen) {
    return RecordKind.LAYERS
        .begin()
        .number("thread", seen.thread().id())
        .number("code", seen.code().id())
        .number("depth", seen.depth())
        .number("level", seen.level())
        .list("frames", list(seen.frames()))
        .toJson();
  }

  private static String list(List<Layer> layers) {
    return layers.stream().map(RecordEncoder::layer).collect(Collectors.joining(","));
  }

  private static String layer(Layer layer) {
    return new JsonObject()
        .text("file", layer.file())
        .text("function", layer.function())
        .text("scope", layer.scope().wireName())
        .text("module", layer.module())
        .toJson();
  }

  static String source(TraceRecord.SourceText source) {
    return RecordKind.SOURCE
        .begin()
        .text("file", source.file())
        .text("text", source.text())
        .toJson();
  }

  static String executable(TraceRecord.Executable executable) {
    return RecordKind.EXECUTABLE
        .begin()
        .text("file", executable.file())
        .list("statements", rows(executable.lines().statements(), RecordEncoder::statement))
        .list("branches", rows(executable.lines().branches(), RecordEncoder::branch))
        .objects(
            "functions",
            executable.lines().functions().stream().map(RecordEncoder::function).toList())
        .toJson();
  }

  private static <T> String rows(List<T> rows, Function<T, String> row) {
    return rows.stream().map(row).collect(Collectors.joining(","));
  }

  private static String statement(Statement one) {
    return one.first() == one.last()
        ? "[" + one.first() + "]"
        : "[" + one.first() + "," + one.last() + "]";
  }

  private static String branch(Branch branch) {
    String ways = branch.ways().stream().map(way -> "," + way).collect(Collectors.joining());
    return ("[[" + branch.line() + "]" + ways + "]").replace(" ", "");
  }

  private static JsonObject function(ExecutableFile.Function function) {
    return new JsonObject()
        .number("first", function.first())
        .number("line", function.line())
        .text("name", function.name());
  }

  static String limit(long maxEvents, long timeNs) {
    return RecordKind.LIMIT
        .begin()
        .number("max_events", maxEvents)
        .number("time_ns", time(timeNs))
        .toJson();
  }

  static String trouble(String text, long timeNs) {
    return RecordKind.TROUBLE.begin().text("text", text).number("time_ns", time(timeNs)).toJson();
  }

  static String blind(Notice.Gap gap) {
    return RecordKind.BLIND
        .begin()
        .number("thread", gap.thread().id())
        .text("reason", gap.reason())
        .number("from_ns", time(gap.fromNs()))
        .number("to_ns", time(gap.toNs()))
        .toJson();
  }

  static String leaving(TraceRecord.Leaving leaving, long timeNs) {
    return RecordKind.LEAVING
        .begin()
        .text("how", leaving.how().wireName())
        .text("detail", leaving.detail())
        .number("time_ns", time(timeNs))
        .toJson();
  }

  static String stack(StackState state) {
    StringBuilder list = new StringBuilder();
    for (Frame frame : state.frames()) {
      list.append(list.length() == 0 ? "[" : ",[").append(frame.code().id());
      list.append(',').append(frame.depth()).append(',').append(frame.level());
      if (frame.activation() != Frame.NO_ACTIVATION) {
        list.append(',').append(frame.activation());
      }
      list.append(']');
    }
    JsonObject record = RecordKind.STACK.begin().number("thread", state.thread().id());
    if (state.timeNs() != TraceEvent.NO_TIME) {
      record.number("time_ns", state.timeNs());
    }
    return record.list("frames", list).toJson();
  }

  static String calls(TraceRecord.CallCounts calls) {
    StringBuilder list = new StringBuilder();
    for (TraceRecord.CallCount call : calls.counts()) {
      list.append(list.length() == 0 ? "[" : ",[").append(call.code().id());
      list.append(',').append(call.depth()).append(',').append(call.level());
      list.append(',').append(call.calls()).append(']');
    }
    return RecordKind.CALLS
        .begin()
        .number("thread", calls.thread().id())
        .list("calls", list)
        .toJson();
  }

  static String end(String outcome, Ending ending, Map<EventKind, Long> events) {
    JsonObject counts = new JsonObject();
    for (EventKind kind : EventKind.values()) {
      counts.number(kind.pythonName(), events.getOrDefault(kind, 0L));
    }
    JsonObject seen = new JsonObject();
    for (Scope scope : Scope.values()) {
      if (ending.seen().containsKey(scope)) {
        seen.number(scope.wireName(), ending.seen().get(scope));
      }
    }
    return RecordKind.END
        .begin()
        .text("outcome", outcome)
        .text("detail", ending.detail())
        .number("time_ns", time(ending.timeNs()))
        .object("events", counts)
        .object("seen", seen)
        .toJson();
  }

  private static OptionalLong lineno(int lineno) {
    return lineno == TraceEvent.NO_LINENO ? OptionalLong.empty() : OptionalLong.of(lineno);
  }

  private static OptionalLong time(long timeNs) {
    return timeNs == TraceEvent.NO_TIME ? OptionalLong.empty() : OptionalLong.of(timeNs);
  }
}
