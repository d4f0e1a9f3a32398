package dev.leadline.compare;

import dev.leadline.execution.Definition.FunctionKey;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Execution.FunctionTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What functions took on both sides, and how much of a ratio is noise. Two runs are one sample of
 * each: the noise is taken from how far the ratios of the functions lie apart among each other.
 *
 * @param median ratio, right to left, in the middle of all functions: how fast the one machine and
 *     interpreter is against the other
 * @param noise factor by which a ratio may lie off the median without a meaning (three standard
 *     deviations, from the median deviation); empty where fewer than five functions tell
 * @param functions those that took at least a tenth of a millisecond on both sides, the one
 *     farthest off the median first
 */
public record TimeComparison(double median, OptionalDouble noise, List<Ratio> functions) {

  private static final long LEAST_NS = 100_000;
  private static final int ENOUGH = 5;
  private static final double LEAST_NOISE = 1.25;
  private static final double DEVIATIONS = 3 * 1.4826;

  /**
   * One function.
   *
   * @param function which
   * @param leftCalls calls on the left
   * @param rightCalls calls on the right
   * @param leftNs nanoseconds on the left in it and in no recorded function that it called
   * @param rightNs the same on the right
   */
  public record Ratio(
      FunctionKey function, long leftCalls, long rightCalls, long leftNs, long rightNs) {
    public Ratio {
      Objects.requireNonNull(function, "function");
    }

    /** Time of a call on the right by that of one on the left. */
    public double ratio() {
      return ((double) rightNs / rightCalls) / ((double) leftNs / leftCalls);
    }
  }

  public TimeComparison {
    Objects.requireNonNull(noise, "noise");
    functions = List.copyOf(functions);
  }

  /** Whether a function's ratio means something. */
  public boolean isBeyondNoise(Ratio function) {
    return noise.isPresent() && distance(function.ratio(), median) > Math.log(noise.getAsDouble());
  }

  static Optional<TimeComparison> of(Execution left, Execution right) {
    if (!left.facts().header().timed() || !right.facts().header().timed()) {
      return Optional.empty();
    }
    Map<FunctionKey, FunctionTime> others = byKey(right);
    List<Ratio> ratios =
        byKey(left).values().stream()
            .filter(one -> others.containsKey(one.definition().key()))
            .map(one -> ratio(one, others.get(one.definition().key())))
            .filter(ratio -> Math.min(ratio.leftNs(), ratio.rightNs()) >= LEAST_NS)
            .filter(ratio -> Math.min(ratio.leftCalls(), ratio.rightCalls()) > 0)
            .toList();
    double median = ratios.isEmpty() ? 1 : median(ratios.stream().map(Ratio::ratio).toList());
    List<Ratio> sorted =
        ratios.stream()
            .sorted(Comparator.comparingDouble(ratio -> -distance(ratio.ratio(), median)))
            .toList();
    return Optional.of(new TimeComparison(median, noise(ratios, median), sorted));
  }

  private static OptionalDouble noise(List<Ratio> ratios, double median) {
    if (ratios.size() < ENOUGH) {
      return OptionalDouble.empty();
    }
    double deviation =
        median(ratios.stream().map(ratio -> distance(ratio.ratio(), median)).toList());
    return OptionalDouble.of(Math.max(LEAST_NOISE, Math.exp(DEVIATIONS * deviation)));
  }

  private static Ratio ratio(FunctionTime left, FunctionTime right) {
    return new Ratio(
        left.definition().key(), left.calls(), right.calls(), left.ownNs(), right.ownNs());
  }

  private static Map<FunctionKey, FunctionTime> byKey(Execution execution) {
    Map<FunctionKey, FunctionTime> times = new HashMap<>();
    for (FunctionTime time : execution.times()) {
      times.merge(
          time.definition().key(),
          time,
          (one, other) ->
              new FunctionTime(
                  one.definition(), one.calls() + other.calls(), one.ownNs() + other.ownNs()));
    }
    return times;
  }

  private static double distance(double ratio, double median) {
    return Math.abs(Math.log(ratio / median));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
