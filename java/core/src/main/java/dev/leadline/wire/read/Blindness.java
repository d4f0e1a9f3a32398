package dev.leadline.wire.read;

import dev.leadline.event.Notice;
import dev.leadline.event.Notice.Gap;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.json.JsonFields;
import dev.leadline.json.JsonFormatException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A {@code blind} record as a notice. */
final class Blindness {

  private static final Map<String, String> REASONS =
      Map.of(
          "program_tracer", "the program set a tracer of its own with sys.settrace",
          "frame_tracer",
              "the program set f_trace of recorded frames, whose own events are missing",
          "coverage",
              "coverage.py traces the program, and CPython has one trace function a thread;"
                  + " run it without coverage.py (pytest: --no-cov)",
          "recursion", "the stack had no room for the tracer, and CPython switched it off",
          "interrupted",
              "a signal handler raised while the tracer ran, and CPython switched it off",
          "unknown", "CPython did not call the tracer");

  private Blindness() {}

  static Notice notice(JsonFields fields, TraceThread thread) throws JsonFormatException {
    Gap gap =
        new Gap(
            thread,
            fields.text("reason"),
            fields.optionalLong("from_ns").orElse(TraceEvent.NO_TIME),
            fields.optionalLong("to_ns").orElse(TraceEvent.NO_TIME));
    return new Notice(Notice.Kind.GAP, sentence(gap), Optional.of(gap));
  }

  private static String sentence(Gap gap) {
    TraceThread thread = gap.thread();
    String whose =
        thread.process() == 0 ? thread.name() : thread.name() + " of process " + thread.pid();
    String reason = REASONS.getOrDefault(gap.reason(), gap.reason());
    return "events of " + thread.word() + " " + whose + " are missing" + when(gap) + ": " + reason;
  }

  private static String when(Gap gap) {
    if (gap.fromNs() == TraceEvent.NO_TIME || gap.toNs() == TraceEvent.NO_TIME) {
      return "";
    }
    return String.format(
        Locale.ROOT, " from %.3f to %.3f ms", gap.fromNs() / 1e6, gap.toNs() / 1e6);
  }
}
