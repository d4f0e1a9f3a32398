package dev.leadline.report.html;

import dev.leadline.event.TraceThread;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The stacks of a trace in the order of their first events: a lane of the page for each. */
final class PageLanes {

  /** Lanes of a page; the stacks beyond them share one more. */
  static final int MOST = 200;

  private static final TraceThread OTHERS =
      new TraceThread(Integer.MAX_VALUE, 0, "(other threads)", false, Integer.MAX_VALUE, 0);

  /** One stack. */
  static final class Lane {
    private final int number;
    private final DepthEnvelope envelope = new DepthEnvelope();
    private OptionalInt base = OptionalInt.empty();

    private Lane(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    DepthEnvelope envelope() {
      return envelope;
    }

    /** The depth of the program's module, or of the frames below the user's code. */
    OptionalInt base() {
      return base;
    }

    void base(int depth) {
      base = OptionalInt.of(depth);
    }
  }

  private final Numbered<TraceThread> threads = new Numbered<>();
  private final Map<Integer, Lane> lanes = new HashMap<>();

  /** The lane of a stack. */
  Lane of(TraceThread thread) {
    boolean room = threads.all().size() < MOST || threads.all().contains(thread);
    int number = threads.of(room ? thread : OTHERS);
    return lanes.computeIfAbsent(number, Lane::new);
  }

  /** The stacks, by the numbers of their lanes. */
  List<TraceThread> threads() {
    return threads.all();
  }

  /** A lane by its number. */
  Lane lane(int number) {
    return lanes.get(number);
  }
}
