package dev.leadline.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Numbers of processes or threads, to be told in a sentence; a thousand at most. */
final class Numbers {

  private static final int MOST = 1_000;
  private static final int RANGES = 10;

  private final TreeSet<Integer> numbers = new TreeSet<>();

  void add(int number) {
    if (numbers.size() < MOST) {
      numbers.add(number);
    }
  }

  /** {@code "thread 0"}, or {@code "threads 0 to 3, 7"}. */
  String told(String one, String several) {
    List<String> ranges = new ArrayList<>();
    int first = 0;
    for (int number : numbers) {
      first = numbers.contains(number - 1) ? first : number;
      if (!numbers.contains(number + 1)) {
        ranges.add(first == number ? "" + number : first + " to " + number);
      }
    }
    boolean cut = numbers.size() == MOST || ranges.size() > RANGES;
    String list = String.join(", ", ranges.subList(0, Math.min(RANGES, ranges.size())));
    return (numbers.size() == 1 ? one : several) + " " + list + (cut ? " and more" : "");
  }
}
