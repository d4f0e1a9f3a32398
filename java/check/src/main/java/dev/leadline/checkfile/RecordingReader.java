package dev.leadline.checkfile;

import dev.leadline.event.Recording;
import dev.leadline.event.SecretNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the choice of events of a run's keys: what is not said is as on the command line. */
final class RecordingReader {

  private final Values values;

  RecordingReader(Values values) {
    this.values = values;
  }

  Recording recording(Around around) {
    refuseContradiction();
    Recording base = Recording.USUAL;
    return new Recording(
            values.get(RunKeys.CUTOFF).orElse(base.cutoff()),
            values.get(RunKeys.MODULE_LEVEL).orElse(base.moduleLevel()),
            values.get(RunKeys.LEVELS).map(OptionalInt::of).orElse(base.levels()),
            values.get(RunKeys.SCOPE).orElse(base.scopes()),
            roots(around),
            values.get(RunKeys.INCLUDE).orElse(base.include()),
            values.get(RunKeys.EXCLUDE).orElse(base.exclude()),
            values.get(RunKeys.FUNCTION).orElse(base.functions()),
            base.events(),
            base.maxEvents())
        .withValues(Set.of(), redacted());
  }

  private void refuseContradiction() {
    boolean number = values.get(RunKeys.CUTOFF).filter(OptionalInt::isPresent).isPresent();
    values
        .at(RunKeys.MODULE_LEVEL)
        .filter(at -> at.value() && number)
        .ifPresent(
            at -> at.spot().wrong("goes with cutoff: auto; with a number, choose a smaller one"));
  }

  private List<String> roots(Around around) {
    List<String> roots = new ArrayList<>();
    values
        .at(RunKeys.ROOT)
        .ifPresent(at -> at.value().forEach(path -> roots.add(root(path, at.spot(), around))));
    return roots;
  }

  private static String root(Path path, Spot spot, Around around) {
    Path root = around.resolve(path);
    if (!Files.isDirectory(root)) {
      spot.wrong("there is no directory " + root);
    }
    return root.toString();
  }

  private List<String> redacted() {
    List<String> more = values.get(RunKeys.REDACT).orElse(List.of());
    return Stream.concat(SecretNames.GLOBS.stream(), more.stream()).distinct().toList();
  }
}
