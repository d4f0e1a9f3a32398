package dev.leadline.expect;

import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.event.ValueKind;
import dev.leadline.filter.SecretNames;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Recordings that hold the texts of values. */
final class RecordedValues {

  private RecordedValues() {}

  /** The same choice, and values of this kind. The first that asks for any redacts as usual. */
  static Recording with(Recording base, ValueKind kind) {
    Set<ValueKind> kinds = EnumSet.of(kind);
    kinds.addAll(base.values());
    boolean first = base.values().isEmpty() && base.redact().isEmpty();
    List<String> redact = first ? SecretNames.GLOBS : base.redact();
    return base.withValues(kinds, redact).withEvents(EnumSet.of(EventKind.CALL, EventKind.RETURN));
  }
}
