package dev.leadline.wire;

import dev.leadline.event.EventKind;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** The text of the {@code header} record. */
final class HeaderEncoder {

  private HeaderEncoder() {}

  static String encode(Header header) {
    return RecordKind.HEADER
        .begin()
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
        .object("recording", recording(new JsonObject(), header.recording()))
        .text("origin", header.origin().wireName())
        .number("parent", header.parent())
        .number("flush_signal", wide(header.flushSignal()))
        .toJson();
  }

  private static JsonObject python(Header.Python python) {
    return new JsonObject()
        .text("version", python.version())
        .text("implementation", python.implementation())
        .text("executable", python.executable())
        .text("build", python.build());
  }

  /** What was asked for, as the header and the agent's configuration both write it. */
  static JsonObject recording(JsonObject object, Recording recording) {
    OptionalInt cutoff = recording.cutoff();
    if (cutoff.isPresent()) {
      object.number("cutoff", cutoff.getAsInt());
    } else {
      object.text("cutoff", "auto");
    }
    return object
        .flag("module_level", recording.moduleLevel())
        .number("levels", wide(recording.levels()))
        .texts("scope", inOrder(Scope.values(), recording.scopes(), Scope::wireName))
        .texts("roots", recording.roots())
        .texts("include", recording.include())
        .texts("exclude", recording.exclude())
        .texts("function", recording.functions())
        .texts("events", inOrder(EventKind.values(), recording.events(), EventKind::pythonName))
        .number("max_events", recording.maxEvents())
        .texts("values", inOrder(ValueKind.values(), recording.values(), ValueKind::wireName))
        .texts("redact", recording.redact())
        .flag("layers", recording.layers());
  }

  private static <E> List<String> inOrder(E[] all, Set<E> some, Function<E, String> name) {
    List<String> names = new ArrayList<>();
    for (E constant : all) {
      if (some.contains(constant)) {
        names.add(name.apply(constant));
      }
    }
    return names;
  }

  static OptionalLong wide(OptionalInt number) {
    return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
  }
}
