package dev.leadline.expect;

import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.event.ValueKind;
import java.util.EnumSet;
import java.util.Set;

/** Recordings that hold the texts of values. */
final class RecordedValues {

  private RecordedValues() {}

  /** The same choice, and values of this kind. */
  static Recording with(Recording base, ValueKind kind) {
    Set<ValueKind> kinds = EnumSet.of(kind);
    kinds.addAll(base.values());
    return base.withValues(kinds, base.redact())
        .withEvents(EnumSet.of(EventKind.CALL, EventKind.RETURN));
  }
}
