package dev.leadline.check.plan;

/**
 * A part of a plan: each run whose place in the plan, divided by {@code of}, leaves {@code number -
 * 1}.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {

  /** The whole plan. */
  public static final Shard WHOLE = new Shard(1, 1);

  public Shard {
    if (number < 1 || of < number) {
      throw new IllegalArgumentException(number + "/" + of);
    }
  }

  /** Whether it is the whole plan. */
  public boolean isWhole() {
    return of == 1;
  }

  /** Whether the run at that place, from 0, belongs to it. */
  public boolean holds(int index) {
    return index % of == number - 1;
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
