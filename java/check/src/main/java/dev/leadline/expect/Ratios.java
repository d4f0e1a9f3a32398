package dev.leadline.expect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What one program took of the time of another, pair by pair. */
final class Ratios {

  private final List<Double> sorted = new ArrayList<>();

  void add(double ratio) {
    sorted.add(ratio);
    Collections.sort(sorted);
  }

  /** The one in the middle, of which there is one at least. */
  double median() {
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** {@code 0.93 of 'old' (0.90 to 0.97, 5 pairs)}. */
  String text(String other) {
    return String.format(
        Locale.ROOT,
        "%.2f of '%s' (%.2f to %.2f, %s)",
        median(),
        other,
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        Wording.count(sorted.size(), "pair"));
  }
}
