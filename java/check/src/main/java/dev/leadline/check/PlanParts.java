package dev.leadline.check;

import dev.leadline.event.Recording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;

/** SHA-256 of a plan's parts that are the same on every machine. */
final class PlanParts {

  private final MessageDigest digest;

  PlanParts() {
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
    add(run.program().kind());
    add(run.program().target());
    add(run.program().arguments());
    add(run.pythons().named());
    add(run.pythons().all());
    add(run.pythonOptions());
    add(run.recording());
    add(new TreeMap<>(run.environment()));
    add(run.timeout());
    add(run.follow());
    for (PlannedRun.Planned planned : run.expectations()) {
      add(planned.expectation().title());
      add(planned.place());
    }
    add("end of the run");
  }

  /** Adds what is kept of a run, but for its roots, which are absolute paths. */
  private void add(Recording recording) {
    add(recording.cutoff());
    add(recording.moduleLevel());
    add(recording.levels());
    add(new TreeSet<>(recording.scopes()));
    add(recording.include());
    add(recording.exclude());
    add(recording.functions());
    add(recording.redact());
  }

  /** Adds a part, and where it ends. */
  private void add(Object part) {
    digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
