package dev.leadline.golden;

import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.expect.Expectation;
import dev.leadline.expect.Shown;
import dev.leadline.expect.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
}
