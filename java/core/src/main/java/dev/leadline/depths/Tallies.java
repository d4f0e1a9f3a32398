package dev.leadline.depths;

import dev.leadline.depths.Stack.Held;
import dev.leadline.event.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up what stands at each depth of the stacks of one kind. */
final class Tallies {

  /** Deeper ones, as endless recursion makes them, are counted with the deepest of these. */
  private static final int DEPTHS = 2_000;

  private static final int NAMES = 3;
  private static final int KNOWN_NAMES = 1_000;

  private record Place(int depth, boolean moduleLevel, boolean ownFile) {}

  /** One place while it is counted. */
  static final class Count {
    private final Set<String> names = new LinkedHashSet<>();
    private long calls;
    private long events;

    void call(String name, long times) {
      calls += times;
      if (names.size() < KNOWN_NAMES) {
        names.add(name);
      }
    }

    void event(long times) {
      events += times;
    }

    private Held held(Place place) {
      List<String> first = names.stream().limit(NAMES).toList();
      return new Held(
          place.depth(),
          place.moduleLevel(),
          place.ownFile(),
          calls,
          events,
          first,
          names.size() - first.size());
    }
  }

  private final Map<Place, Count> counts = new HashMap<>();

  /** Where frames of this code at this depth are counted. */
  Count at(int depth, Code code, String programFile) {
    Place place = new Place(depth, code.base(), code.file().equals(programFile));
    Count known = counts.get(place);
    if (known == null) {
      Place free =
          counts.size() < DEPTHS ? place : new Place(Integer.MAX_VALUE, false, place.ownFile());
      known = counts.computeIfAbsent(free, any -> new Count());
    }
    return known;
  }

  /** By depth. */
  List<Held> held() {
    List<Held> held = new ArrayList<>();
    counts.forEach((place, count) -> held.add(count.held(place)));
    held.sort(
        Comparator.comparingInt(Held::depth)
            .thenComparing(Held::moduleLevel, Comparator.reverseOrder())
            .thenComparing(Held::ownFile, Comparator.reverseOrder()));
    return held;
  }
}
