package dev.leadline.check;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a plan asks for, in a few digits: the same for the same plan on any machine, whatever its
 * directory, so that the results of shards can be told to belong together. It is worked out when
 * somebody asks for it: few do, and it takes as long as one of the runs.
 */
public final class PlanDigest {

  private final Supplier<String> source;
  private Optional<String> text = Optional.empty();

  private PlanDigest(Supplier<String> source) {
    this.source = source;
  }

  /** That of a plan: its SHA-256, in 64 hexadecimal digits. No absolute path is part of it. */
  static PlanDigest of(CheckPlan plan) {
    return new PlanDigest(() -> new PlanParts().of(plan));
  }

  /** One that was worked out before. */
  public static PlanDigest read(String text) {
    Objects.requireNonNull(text, "text");
    return new PlanDigest(() -> text);
  }

  /** Its digits. */
  public synchronized String text() {
    if (text.isEmpty()) {
      text = Optional.of(source.get());
    }
    return text.get();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlanDigest digest && digest.text().equals(text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
