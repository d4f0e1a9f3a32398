package dev.leadline.check.expect.across;

import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Wording;
import dev.leadline.launch.PlainRun;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The program takes less time than another one on the same interpreter, or at most so much of it.
 * Both run untraced, in turns, after one run of each that does not count; the median of the pairs'
 * ratios is held against the one that is allowed, with a margin for noise.
 */
public final class FasterThan implements EachByItself {

  private final String other;
  private final RunSpec spec;
  private final double ratio;
  private final int repetitions;
  private final double margin;

  /**
   * One that measures both.
   *
   * @param other what the other program is called
   * @param spec how it is run
   * @param ratio the most that this program may take of the other's time: 1 for as long
   * @param repetitions how many pairs are measured
   * @param margin what the ratio may be beyond that, as a part of it: 0.1 for 10 percent
   */
  public FasterThan(String other, RunSpec spec, double ratio, int repetitions, double margin) {
    this.other = Objects.requireNonNull(other, "other");
    this.spec = Objects.requireNonNull(spec, "spec");
    this.ratio = ratio;
    this.repetitions = repetitions;
    this.margin = margin;
    if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a ratio is greater than 0: " + ratio);
    }
    if (repetitions < 1) {
      throw new IllegalArgumentException("there is one repetition at least: " + repetitions);
    }
    if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a margin is not negative: " + margin);
    }
  }

  @Override
  public String title() {
    return ratio == 1
        ? "faster than " + other
        : String.format(Locale.ROOT, "at most %.2f of the time of %s", ratio, other);
  }

  @Override
  public boolean isJudgedAlone() {
    return true;
  }

  @Override
  public Verdict judge(Shown shown) throws IOException {
    PythonRun own = shown.result().run();
    Contest contest =
        new Contest(new PlainRun(own), new PlainRun(new PythonRun(own.python(), spec)));
    Ratios ratios = new Ratios();
    for (int pair = 0; pair <= repetitions; pair++) {
      Optional<String> unfair = contest.run();
      if (unfair.isPresent()) {
        return Verdict.unknown(unfair.get());
      }
      if (pair > 0) {
        ratios.add(contest.ratio());
      }
    }
    String message =
        ratios.text(other)
            + String.format(Locale.ROOT, "; allowed %.2f and %.0f%% of noise", ratio, 100 * margin);
    return ratios.median() <= ratio * (1 + margin)
        ? Verdict.holds(message)
        : Verdict.fails(message);
  }

  /** The two programs against each other. */
  private final class Contest {
    private final PlainRun own;
    private final PlainRun theirs;
    private OptionalInt status = OptionalInt.empty();
    private double ratio;

    Contest(PlainRun own, PlainRun theirs) {
      this.own = own;
      this.theirs = theirs;
    }

    /** Runs both once; why that tells nothing, if so. */
    Optional<String> run() throws IOException {
      Optional<PlainRun.Took> one = own.run();
      if (one.isEmpty()) {
        return Optional.of("the program ran out of time where it was not traced");
      }
      Optional<PlainRun.Took> two = theirs.run();
      if (two.isEmpty()) {
        return Optional.of("'" + other + "' ran out of time");
      }
      ratio = (double) one.get().time().toNanos() / Math.max(1, two.get().time().toNanos());
      return uneven(one.get().status(), two.get().status());
    }

    double ratio() {
      return ratio;
    }

    /** Times of runs that end otherwise are not of the same work. */
    private Optional<String> uneven(int one, int two) {
      if (one != two) {
        return Optional.of(
            "exit status "
                + one
                + ", and "
                + two
                + " of '"
                + other
                + "': their times cannot be compared");
      }
      boolean same = status.isEmpty() || status.getAsInt() == one;
      status = OptionalInt.of(one);
      return same
          ? Optional.empty()
          : Optional.of("exit status " + one + ", another one than in the run before");
    }
  }

  /** What one program took of the time of another, pair by pair. */
  static final class Ratios {

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
}
