package dev.leadline.check.file;

import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.ListOf;
import dev.leadline.check.file.shape.Needs;
import dev.leadline.check.file.shape.ScalarShape;
import dev.leadline.check.file.shape.Table;
import dev.leadline.check.file.shape.Values;
import java.util.List;

/** The keys of a check file. */
final class FileKeys {

  static final Key<String> SCHEMA =
      new Key<>("$schema", ScalarShape.TEXT, "For editors: where the schema of check files is.");

  static final Key<Values> DEFAULTS =
      new Key<>(
          "defaults",
          RunKeys.DEFAULTS.partly(),
          "What all runs have in common; a run's own keys win, one by one in env and expect.");

  static final Key<List<Values.At<Values>>> RUNS =
      new Key<>(
          "runs",
          new ListOf<>(RunKeys.RUN.partly().toAt(Values.At::new), 1).partly(),
          "Programs, each with its expectations.");

  static final Table TABLE = Table.of(SCHEMA, DEFAULTS, RUNS).needing(Needs.all(RUNS.name()));

  private FileKeys() {}
}
