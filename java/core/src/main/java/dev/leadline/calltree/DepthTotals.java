package dev.leadline.calltree;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts events by kind: all of them, and by the depth and level of their frames. */
public final class DepthTotals implements EventSink {

  private static final int PLACES = 10_000;
  private static final int RECENT = 1 << 8;

  /**
   * Where frames stand.
   *
   * @param depth number of frames to the root of the stack; {@link Integer#MAX_VALUE} for all that
   *     found no place of their own
   * @param level number of user frames among the callers
   */
  public record Place(int depth, int level) implements Comparable<Place> {
    /** Stands for the places that were too many. */
    public static final Place OTHER = new Place(Integer.MAX_VALUE, 0);

    @Override
    public int compareTo(Place other) {
      int byDepth = Integer.compare(depth, other.depth);
      return byDepth == 0 ? Integer.compare(level, other.level) : byDepth;
    }
  }

  private final long[] all = new long[EventKind.values().length];
  private final SortedMap<Place, long[]> byPlace = new TreeMap<>();

  /** The place of each depth that was met last, and its counts: nearly all frames are at these. */
  private final Place[] places = new Place[RECENT];

  private final long[][] counts = new long[RECENT][];
  private Frame latestFrame;
  private long[] latest = new long[EventKind.values().length];

  @Override
  public void header(Header header) {}

  @Override
  public void events(EventBatch events) {
    int together;
    for (int i = 0; i < events.size(); i += together) {
      together = events.together(i);
      int kind = events.kind(i).ordinal();
      all[kind] += together;
      Frame frame = events.frame(i);
      if (frame != latestFrame) {
        latestFrame = frame;
        latest = counts(frame.depth(), frame.level());
      }
      latest[kind] += together;
    }
  }

  @Override
  public void end(Ending ending) {}

  /** Events of each kind; kinds without an event are absent. */
  public Map<EventKind, Long> all() {
    return named(all);
  }

  /** Events of each kind at each place, from the root of the stack upwards. */
  public SortedMap<Place, Map<EventKind, Long>> byPlace() {
    SortedMap<Place, Map<EventKind, Long>> named = new TreeMap<>();
    byPlace.forEach((place, counts) -> named.put(place, named(counts)));
    return Collections.unmodifiableSortedMap(named);
  }

  private long[] counts(int depth, int level) {
    int index = depth & RECENT - 1;
    if (counts[index] == null || places[index].depth != depth || places[index].level != level) {
      places[index] = new Place(depth, level);
      counts[index] = counts(places[index]);
    }
    return counts[index];
  }

  private long[] counts(Place place) {
    long[] counts = byPlace.get(place);
    if (counts == null) {
      Place free = byPlace.size() < PLACES ? place : Place.OTHER;
      counts = byPlace.computeIfAbsent(free, key -> new long[EventKind.values().length]);
    }
    return counts;
  }

  private static Map<EventKind, Long> named(long[] counts) {
    Map<EventKind, Long> named = new EnumMap<>(EventKind.class);
    for (EventKind kind : EventKind.values()) {
      if (counts[kind.ordinal()] > 0) {
        named.put(kind, counts[kind.ordinal()]);
      }
    }
    return Collections.unmodifiableMap(named);
  }
}
