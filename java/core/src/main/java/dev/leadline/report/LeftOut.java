package dev.leadline.report;

import dev.leadline.report.text.HumanTime;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.TextReport;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** What a report leaves out since it is too light, or beyond the number that was asked for. */
final class LeftOut {

  private final double least;
  private final int top;
  private long count;
  private long weight;

  /**
   * Nothing, yet.
   *
   * @param least part of the whole, below which something is too light
   * @param top how many stay at most; 0 for any number
   */
  LeftOut(double least, int top) {
    this.least = least;
    this.top = top;
  }

  /** Hands on what is to be left out of these, of which the heaviest stay. */
  <T> void choose(List<T> all, long whole, ToLongFunction<T> weight, Consumer<T> leave) {
    int most = top == 0 ? Integer.MAX_VALUE : top;
    if (least > 0 || most < all.size()) {
      List<T> heaviest = all.stream().sorted(Comparator.comparingLong(weight).reversed()).toList();
      int kept = 0;
      while (kept < Math.min(most, heaviest.size())
          && weight.applyAsLong(heaviest.get(kept)) >= least * whole) {
        kept++;
      }
      for (T light : heaviest.subList(kept, heaviest.size())) {
        leave.accept(light);
      }
      count += heaviest.size() - kept;
    }
  }

  /** Adds what was left out to the sum. */
  void weigh(long more) {
    weight += more;
  }

  long weight() {
    return weight;
  }

  /** Says how much it is, in nanoseconds or in calls. */
  void write(TextReport report, String what, boolean timed) throws IOException {
    write(report, what, timed ? HumanTime.of(weight) : Phrases.count(weight, "call"));
  }

  /** Says how much it is. */
  void write(TextReport report, String what, String sum) throws IOException {
    if (count > 0) {
      String percent = String.format(Locale.ROOT, "%.3f", 100 * least).replaceFirst("\\.?0+$", "");
      String why = top > 0 ? " more" : " below " + percent + " %";
      report.prose("+ " + Phrases.count(count, what) + why + ", " + sum + " (--all shows them)");
    }
  }
}
