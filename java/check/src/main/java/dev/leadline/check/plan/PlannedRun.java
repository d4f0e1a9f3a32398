package dev.leadline.check.plan;

import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.Place;
import dev.leadline.run.Program;
import dev.leadline.run.RunSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program with what its runs must show.
 *
 * @param name what results call it; no two runs of a check have the same
 * @param place where it was planned
 * @param pythons where it is run
 * @param spec what is run; expectations may have more kinds of event recorded than its filters keep
 * @param expectations what it must show
 */
public record PlannedRun(
    String name, Place place, Pythons pythons, RunSpec spec, List<Planned> expectations) {

  /** An expectation, and where it was written. */
  public record Planned(Expectation expectation, Place place) {
    public Planned {
      Objects.requireNonNull(expectation, "expectation");
      Objects.requireNonNull(place, "place");
    }
  }

  public PlannedRun {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(pythons, "pythons");
    Objects.requireNonNull(spec, "spec");
    expectations = List.copyOf(expectations);
  }

  /** The files that it reads. */
  Stream<Path> reads() {
    Program program = spec.program();
    boolean named = program.kind() == Program.Kind.SCRIPT && !program.isBeyondJava();
    return Stream.of(
            named ? Stream.of(spec.directory().resolve(program.target())) : Stream.<Path>empty(),
            spec.stdin().stream(),
            expectations.stream().flatMap(planned -> planned.expectation().files()))
        .flatMap(files -> files);
  }

  /** The same run, which must show these. */
  public PlannedRun expecting(List<Planned> others) {
    return new PlannedRun(name, place, pythons, spec, others);
  }

  /** The same run on other interpreters. */
  public PlannedRun on(Pythons others) {
    return new PlannedRun(name, place, others, spec, expectations);
  }

  /**
   * What is run where some of the environment is changed for all programs.
   *
   * @param surroundings those changes; what is planned for this one wins
   */
  public RunSpec in(Map<String, Optional<String>> surroundings) {
    Map<String, Optional<String>> changes = new HashMap<>(surroundings);
    changes.putAll(spec.environment());
    return spec.toBuilder().environment(changes).build();
  }

  /**
   * On which interpreters a program is run.
   *
   * @param named each a path, a command or a version; empty for the default one
   * @param all whether it is every interpreter that is found, and no name counts
   */
  public record Pythons(List<String> named, boolean all) {

    /** The default interpreter. */
    public static final Pythons DEFAULT = new Pythons(List.of(), false);

    /** Every interpreter that is found. */
    public static final Pythons ALL = new Pythons(List.of(), true);

    public Pythons {
      named = List.copyOf(named);
    }
  }
}
