package dev.leadline.check.golden;

import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.golden.GoldenLines.VersionedLine;
import dev.leadline.check.golden.text.GoldenText;
import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The golden trace of a run: it must do what it did when the file was written. Values are not
 * looked at, also where they are recorded.
 */
public final class Golden implements Expectation {

  private static final Set<EventKind> NEEDED =
      EnumSet.of(EventKind.CALL, EventKind.RETURN, EventKind.EXCEPTION, EventKind.LINE);

  private final Path file;
  private final boolean update;

  /**
   * A golden trace.
   *
   * @param file where it is stored; it need not exist
   * @param update whether the file is written instead of looked at
   */
  public Golden(Path file, boolean update) {
    this.file = Objects.requireNonNull(file, "file");
    this.update = update;
  }

  @Override
  public String title() {
    return "golden: " + file.getFileName();
  }

  @Override
  public Stream<Path> files() {
    return Stream.of(file);
  }

  /**
   * Calls, returns and exceptions, on the module's level, too. Lines are asked for since it takes
   * them to tell a function that an exception left from one that caught it and returned.
   */
  @Override
  public Recording recording(Recording base) {
    return base.withModuleLevel(base.roots()).withEvents(NEEDED);
  }

  @Override
  public List<Verdict> judge(List<Shown> shown) throws IOException {
    List<ShownText> texts = new ArrayList<>();
    for (Shown one : shown) {
      texts.add(ShownText.of(one));
    }
    return verdicts(texts);
  }

  /** A verdict on each text, in the same order. */
  List<Verdict> verdicts(List<ShownText> texts) throws IOException {
    try {
      Optional<GoldenFile> known = read();
      if (update) {
        return new GoldenUpdate(file).write(known, texts);
      }
      return known.map(golden -> held(golden, texts)).orElseGet(() -> missing(texts));
    } catch (GoldenFormatException e) {
      Verdict verdict = Verdict.unknown(e.getMessage()).with(List.of(), Optional.of(e.place()));
      return texts.stream().map(text -> verdict).toList();
    }
  }

  /** The file; none where it does not exist, or is empty and to be written. */
  private Optional<GoldenFile> read() throws IOException {
    try {
      boolean empty = update && Files.size(file) == 0;
      return empty ? Optional.empty() : Optional.of(GoldenFile.read(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private List<Verdict> held(GoldenFile golden, List<ShownText> texts) {
    GoldenJudge judge = new GoldenJudge(file, golden);
    return texts.stream()
        .map(text -> text.fault().orElseGet(() -> judge.judge(text.version(), text.text().get())))
        .toList();
  }

  private List<Verdict> missing(List<ShownText> texts) {
    Verdict none =
        Verdict.fails(
            "there is no golden trace "
                + file.getFileName()
                + "; write it with --update, in Maven with -Dleadline.update");
    return texts.stream().map(text -> text.fault().orElse(none)).toList();
  }

  /**
   * Writes the golden trace of a run, for all versions that ran; what others did is kept. Nothing
   * is written where one of them cannot be.
   */
  private static final class GoldenUpdate {

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

  /** Holds executions against a golden trace. */
  private static final class GoldenJudge {

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
}
