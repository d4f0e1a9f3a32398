package dev.leadline.compare;

import dev.leadline.compare.PairFrame.Single;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** Pairs what each side has alone, by a hash and in order. */
final class SinglePairs {

  /** One of each side with the same hash. */
  record Two(Single left, Single right) {}

  private final IntToLongFunction leftHash;
  private final IntToLongFunction rightHash;
  private final List<Two> pairs = new ArrayList<>();
  private final List<Single> onlyLeft = new ArrayList<>();
  private final List<Single> onlyRight = new ArrayList<>();

  SinglePairs(IntToLongFunction leftHash, IntToLongFunction rightHash) {
    this.leftHash = leftHash;
    this.rightHash = rightHash;
  }

  void match(List<Single> lefts, List<Single> rights) {
    Map<Long, Deque<Single>> others = new LinkedHashMap<>();
    for (Single single : rights) {
      long hash = rightHash.applyAsLong(single.activation());
      others.computeIfAbsent(hash, key -> new ArrayDeque<>()).add(single);
    }
    for (Single single : lefts) {
      Deque<Single> same = others.get(leftHash.applyAsLong(single.activation()));
      if (same == null || same.isEmpty()) {
        onlyLeft.add(single);
      } else {
        pairs.add(new Two(single, same.remove()));
      }
    }
    others.values().stream().flatMap(Collection::stream).forEach(onlyRight::add);
  }

  List<Two> pairs() {
    return pairs;
  }

  List<Single> onlyLeft() {
    return onlyLeft;
  }

  List<Single> onlyRight() {
    return onlyRight;
  }
}
