package dev.leadline.golden;

import dev.leadline.expect.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes the golden trace of a run, for all versions that ran; what others did is kept. Nothing is
 * written where one of them cannot be.
 */
final class GoldenUpdate {

  private final Path file;

  GoldenUpdate(Path file) {
    this.file = file;
  }

  List<Verdict> write(Optional<GoldenFile> known, List<ShownText> texts) throws IOException {
    Map<MinorVersion, ShownText> first = new TreeMap<>();
    texts.forEach(text -> first.putIfAbsent(text.version(), text));
    List<Verdict> verdicts = new ArrayList<>();
    boolean possible = !texts.isEmpty();
    for (ShownText text : texts) {
      Optional<Verdict> fault = text.fault().or(() -> conflict(first.get(text.version()), text));
      possible &= fault.isEmpty();
      verdicts.add(fault.orElse(Verdict.unknown("not written, as another version's cannot be")));
    }
    return possible ? written(known, first, texts) : verdicts;
  }

  private List<Verdict> written(
      Optional<GoldenFile> known, Map<MinorVersion, ShownText> first, List<ShownText> texts)
      throws IOException {
    Map<MinorVersion, List<String>> lines = new TreeMap<>();
    first.forEach((version, text) -> lines.put(version, text.text().get().lines()));
    GoldenFile golden = known.map(file -> file.with(lines)).orElseGet(() -> GoldenFile.of(lines));
    Verdict verdict = Verdict.holds(golden.write(file) ? "written" : "unchanged");
    return texts.stream().map(text -> verdict).toList();
  }

  /** A file has one text for 3.12, whichever release of it runs. */
  private static Optional<Verdict> conflict(ShownText first, ShownText text) {
    boolean same =
        first.fault().isPresent() || first.text().get().lines().equals(text.text().get().lines());
    return same
        ? Optional.empty()
        : Optional.of(
            Verdict.fails(
                "%s and %s do not do the same, and a golden trace has one text for %s"
                    .formatted(first.python(), text.python(), text.version())));
  }
}
