package dev.leadline.wire;

import dev.leadline.event.EventKind;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.json.JsonFields;
import dev.leadline.json.JsonFormatException;
import dev.leadline.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** The fields of {@code recording}, in the header and in the agent's configuration alike. */
final class RecordingFields {

  private static final Names<Scope> SCOPES = Names.of(Scope.class, Scope::wireName);
  private static final Names<EventKind> KINDS = Names.of(EventKind.class, EventKind::pythonName);
  private static final Names<ValueKind> VALUES = Names.of(ValueKind.class, ValueKind::wireName);

  private RecordingFields() {}

  static JsonObject write(Recording recording) {
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
        .texts("scope", names(recording.scopes(), Scope::wireName))
        .texts("roots", recording.roots())
        .texts("include", recording.include())
        .texts("exclude", recording.exclude())
        .texts("function", recording.functions())
        .texts("events", names(recording.events(), EventKind::pythonName))
        .number("max_events", recording.maxEvents())
        .texts("values", names(recording.values(), ValueKind::wireName))
        .texts("redact", recording.redact())
        .flag("layers", recording.layers())
        .flag("line_times", recording.lineTimes());
  }

  static Recording read(JsonFields fields) throws JsonFormatException {
    return Recording.builder()
        .cutoff(cutoff(fields))
        .moduleLevel(fields.flag("module_level"))
        .levels(fields.optionalInt("levels"))
        .scopes(SCOPES.known(fields.texts("scope")))
        .roots(fields.texts("roots"))
        .include(fields.texts("include"))
        .exclude(fields.texts("exclude"))
        .functions(fields.texts("function"))
        .events(KINDS.known(fields.texts("events")))
        .maxEvents(fields.optionalLong("max_events"))
        .values(VALUES.known(fields.textsOrNone("values")))
        .redact(fields.textsOrNone("redact"))
        .layers(fields.has("layers") && fields.flag("layers"))
        .lineTimes(fields.has("line_times") && fields.flag("line_times"))
        .build();
  }

  private static OptionalInt cutoff(JsonFields fields) throws JsonFormatException {
    if (fields.isText("cutoff") && fields.text("cutoff").equals("auto")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(fields.number("cutoff"));
  }

  private static <E> List<String> names(Collection<E> constants, Function<E, String> name) {
    return constants.stream().map(name).toList();
  }

  static OptionalLong wide(OptionalInt number) {
    return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
  }
}
