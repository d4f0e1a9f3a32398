package dev.leadline.report.profile;

import dev.leadline.event.TraceThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stacks of a trace in the order of their first frames. */
final class ProfileLanes {

  /** Lanes of a trace; the threads beyond them are left out. */
  static final int MOST = 10_000;

  /** Receives each new lane. */
  interface NewLane {
    void begins(Lane lane) throws IOException;
  }

  private final NewLane report;
  private final Map<TraceThread, Lane> byThread = new HashMap<>();
  private final List<Lane> all = new ArrayList<>();

  ProfileLanes(NewLane report) {
    this.report = report;
  }

  /** The lane of a stack; none where there are too many. */
  Optional<Lane> of(TraceThread thread) throws IOException {
    Lane known = byThread.get(thread);
    if (known == null && all.size() < MOST) {
      known = new Lane(all.size() + 1, thread);
      byThread.put(thread, known);
      all.add(known);
      report.begins(known);
    }
    return Optional.ofNullable(known);
  }

  /** All of them. */
  List<Lane> all() {
    return all;
  }
}
