package dev.leadline.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What pairs of subtrees differed in, by their hashes; those that were asked for lately. */
final class KnownPairs {

  private static final int MOST = 10_000;

  private record Pair(long left, long right) {}

  private final Map<Pair, Map<DifferenceGroups.Key, Long>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Pair, Map<DifferenceGroups.Key, Long>> eldest) {
          return size() > MOST;
        }
      };

  Optional<Map<DifferenceGroups.Key, Long>> find(long left, long right) {
    return Optional.ofNullable(known.get(new Pair(left, right)));
  }

  void put(long left, long right, Map<DifferenceGroups.Key, Long> counts) {
    known.put(new Pair(left, right), Map.copyOf(counts));
  }
}
