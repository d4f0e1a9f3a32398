package dev.leadline.wire;

import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Leaving;
import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.event.ValueKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** The text of every record but {@code events}. */
final class RecordEncoder {

  private RecordEncoder() {}

  static String header(Header header) {
    return record(RecordKind.HEADER)
        .number("protocol", HeaderDecoder.PROTOCOL)
        .text("agent", header.agentVersion())
        .object("python", python(header.python()))
        .text("engine", header.engine())
        .object(
            "program",
            new JsonObject()
                .text("kind", header.programKind())
                .text("target", header.program())
                .texts("argv", header.argv()))
        .text("cwd", header.cwd())
        .number("process", header.process())
        .number("start_unix_ns", header.startUnixNs())
        .flag("timed", header.timed())
        .object("recording", recording(header.recording()))
        .text("origin", header.origin().wireName())
        .number("parent", header.parent())
        .number("flush_signal", wide(header.flushSignal()))
        .toJson();
  }

  static String process(int number) {
    return record(RecordKind.PROCESS).number("process", number).toJson();
  }

  static String thread(TraceThread thread) {
    return record(RecordKind.THREAD)
        .number("thread", thread.id())
        .number("ident", thread.ident())
        .text("name", thread.name())
        .toJson();
  }

  static String code(Code code, int lineno) {
    return record(RecordKind.CODE)
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
  static String base(int thread, OptionalLong code, int depth) {
    return record(RecordKind.BASE)
        .number("thread", thread)
        .number("code", code)
        .number("depth", depth)
        .toJson();
  }

  static String limit(long maxEvents, long timeNs) {
    return record(RecordKind.LIMIT)
        .number("max_events", maxEvents)
        .number("time_ns", time(timeNs))
        .toJson();
  }

  static String trouble(String text, long timeNs) {
    return record(RecordKind.TROUBLE).text("text", text).number("time_ns", time(timeNs)).toJson();
  }

  static String blind(Notice.Gap gap) {
    return record(RecordKind.BLIND)
        .number("thread", gap.thread().id())
        .text("reason", gap.reason())
        .number("from_ns", time(gap.fromNs()))
        .number("to_ns", time(gap.toNs()))
        .toJson();
  }

  static String leaving(Leaving leaving, long timeNs) {
    return record(RecordKind.LEAVING)
        .text("how", leaving.how().wireName())
        .text("detail", leaving.detail())
        .number("time_ns", time(timeNs))
        .toJson();
  }

  static String stack(TraceThread thread, List<Frame> frames) {
    StringBuilder list = new StringBuilder();
    for (Frame frame : frames) {
      list.append(list.length() == 0 ? "[" : ",[").append(frame.code().id());
      list.append(',').append(frame.depth()).append(',').append(frame.level());
      if (frame.activation() != Frame.NO_ACTIVATION) {
        list.append(',').append(frame.activation());
      }
      list.append(']');
    }
    String head = record(RecordKind.STACK).number("thread", thread.id()).toJson();
    return head.substring(0, head.length() - 1) + ",\"frames\":[" + list + "]}";
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
    return record(RecordKind.END)
        .text("outcome", outcome)
        .text("detail", ending.detail())
        .number("time_ns", time(ending.timeNs()))
        .object("events", counts)
        .object("seen", seen)
        .toJson();
  }

  static String exit(Exit exit) {
    return exit(record(RecordKind.EXIT), exit);
  }

  /** The exit of a followed process. */
  static String exit(int process, Exit exit) {
    return exit(record(RecordKind.EXIT).number("process", process), exit);
  }

  private static String exit(JsonObject record, Exit exit) {
    return record
        .number("status", exit.status())
        .flag("timed_out", exit.timedOut())
        .flag("events_lost", exit.eventsLost())
        .text("detail", exit.detail())
        .toJson();
  }

  private static JsonObject record(RecordKind kind) {
    return new JsonObject().text("record", kind.wireName());
  }

  private static JsonObject python(Header.Python python) {
    return new JsonObject()
        .text("version", python.version())
        .text("implementation", python.implementation())
        .text("executable", python.executable())
        .text("build", python.build());
  }

  /** What was asked for, as the header and the agent's configuration both write it. */
  static JsonObject recording(Recording recording) {
    JsonObject object = new JsonObject();
    OptionalInt cutoff = recording.cutoff();
    if (cutoff.isPresent()) {
      object.number("cutoff", cutoff.getAsInt());
    } else {
      object.text("cutoff", "auto");
    }
    return object
        .flag("module_level", recording.moduleLevel())
        .number("levels", wide(recording.levels()))
        .texts("scope", sorted(recording.scopes(), Scope::wireName))
        .texts("roots", recording.roots())
        .texts("include", recording.include())
        .texts("exclude", recording.exclude())
        .texts("function", recording.functions())
        .texts("events", sorted(recording.events(), EventKind::pythonName))
        .number("max_events", recording.maxEvents())
        .texts("values", sorted(recording.values(), ValueKind::wireName))
        .texts("redact", recording.redact());
  }

  private static <E extends Enum<E>> Collection<String> sorted(
      Collection<E> constants, Function<E, String> name) {
    return constants.stream().sorted().map(name).toList();
  }

  static OptionalLong wide(OptionalInt number) {
    return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
  }

  private static OptionalLong lineno(int lineno) {
    return lineno == TraceEvent.NO_LINENO ? OptionalLong.empty() : OptionalLong.of(lineno);
  }

  private static OptionalLong time(long timeNs) {
    return timeNs == TraceEvent.NO_TIME ? OptionalLong.empty() : OptionalLong.of(timeNs);
  }
}
