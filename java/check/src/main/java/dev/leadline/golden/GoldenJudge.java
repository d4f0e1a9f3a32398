package dev.leadline.golden;

import dev.leadline.expect.Place;
import dev.leadline.expect.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Holds executions against a golden trace. */
final class GoldenJudge {

  private final Path path;
  private final GoldenFile file;

  GoldenJudge(Path path, GoldenFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * A version that the file does not know is held against its nearest neighbours, the older one
   * first: where it did as either, it holds.
   */
  Verdict judge(MinorVersion version, GoldenText text) {
    List<MinorVersion> nearest = file.nearest(version);
    Optional<MinorVersion> same =
        nearest.stream().filter(known -> file.lines(known).equals(text.lines())).findFirst();
    if (same.isEmpty()) {
      return differs(version, nearest.get(0), text);
    }
    return same.get().equals(version) ? Verdict.holds() : Verdict.holds("as on " + same.get());
  }

  private Verdict differs(MinorVersion version, MinorVersion against, GoldenText text) {
    List<VersionedLine> golden = file.linesOf(against);
    GoldenDiff diff = new GoldenDiff(path.getFileName().toString(), golden, text.lines());
    String unknown = against.equals(version) ? "" : ", as it has none of " + version;
    return Verdict.fails(
            "differs from the golden trace of " + against + unknown + ": " + diff.summary())
        .with(diff.text(), Optional.of(spot(diff.first(), golden, text)));
  }

  /** In the program where the execution has something there; in the golden trace otherwise. */
  private Place spot(Deltas.Delta first, List<VersionedLine> golden, GoldenText text) {
    for (int line = first.newFrom(); line < first.newTo(); line++) {
      Optional<Place> place = text.place(line);
      if (place.isPresent()) {
        return place.get();
      }
    }
    boolean gone = first.oldFrom() < first.oldTo();
    return new Place(FileNames.of(path), gone ? golden.get(first.oldFrom()).lineno() : 0);
  }
}
