package dev.leadline.check.plan;

import dev.leadline.run.RunSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The digest of a plan: the same for the same plan on any machine, whatever its directory. It
 * identifies the shards whose results belong together.
 *
 * @param text SHA-256 of the plan's parts that are the same on every machine, in 64 hexadecimal
 *     digits; no absolute path is part of it
 */
public record PlanDigest(String text) {

  public PlanDigest {
    Objects.requireNonNull(text, "text");
  }

  /** That of a plan. */
  static PlanDigest of(CheckPlan plan) {
    return new PlanDigest(new Parts().of(plan));
  }

  @Override
  public String toString() {
    return text;
  }

  private static final class Parts {

    private final MessageDigest digest;

    Parts() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    String of(CheckPlan plan) {
      add(plan.file());
      plan.runs().forEach(this::add);
      return HexFormat.of().formatHex(digest.digest());
    }

    private void add(PlannedRun run) {
      add(run.name());
      add(run.place());
      add(run.pythons().named());
      add(run.pythons().all());
      add(portable(run.spec()));
      for (PlannedRun.Planned planned : run.expectations()) {
        add(planned.expectation().title());
        add(planned.place());
      }
      add("end of the run");
    }

    /** The same without absolute paths. */
    private static RunSpec portable(RunSpec spec) {
      return spec.toBuilder()
          .directory(Path.of(""))
          .stdin(Optional.empty())
          .recording(spec.recording().toBuilder().roots(List.of()).build())
          .build();
    }

    /** Adds a part, and where it ends. */
    private void add(Object part) {
      digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
  }
}
