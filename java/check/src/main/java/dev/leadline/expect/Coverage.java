package dev.leadline.expect;

import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.filter.CodeNames;
import dev.leadline.filter.Glob;
import dev.leadline.launch.ExecutableLinesScript;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * So much of the lines run that can run: of the user's files of which something ran, in the program
 * and the children that are followed. Which lines can run is what the code objects of that very
 * interpreter say; what stands under {@code # pragma: no cover} does not count, nor a file that is
 * not there any more.
 */
public final class Coverage implements EachByItself {

  private static final int FILES = 20;
  private static final int RANGES = 20;
  private static final double WHOLE = 100;

  private final Optional<Glob> file;
  private final double percent;

  /**
   * One about all of these files together, or about each that a glob names by itself.
   *
   * @param file path as CPython calls it, base name, or path in one of the program's roots
   * @param percent the least, of 100
   */
  public Coverage(Optional<Glob> file, double percent) {
    this.file = Objects.requireNonNull(file, "file");
    this.percent = percent;
    if (!(percent >= 0 && percent <= WHOLE)) {
      throw new IllegalArgumentException("a percentage is 0 to 100: " + percent);
    }
  }

  @Override
  public String title() {
    return "coverage: " + file.map(one -> one + " ").orElse("") + text(percent) + "%";
  }

  @Override
  public Recording recording(Recording base) {
    return base.withModuleLevel(base.roots()).withEvents(EnumSet.of(EventKind.LINE));
  }

  @Override
  public Optional<EventSink> listener() {
    return Optional.of(new LinesHeard());
  }

  @Override
  public Verdict judge(Shown shown) throws IOException {
    if (!(shown.heardBy(this).orElse(null) instanceof LinesHeard heard)) {
      return Verdict.unknown("the lines of the run were not recorded");
    }
    if (heard.tooMany()) {
      return Verdict.unknown("more files ran than can be looked at");
    }
    Header header = shown.execution().facts().header();
    Verdict verdict = judged(covered(shown, heard, header), header);
    return verdict.kind() == Verdict.Kind.FAILS
        ? Completeness.required(shown.execution(), verdict)
        : verdict;
  }

  private Verdict judged(List<CoveredFile> covered, Header header) {
    if (covered.isEmpty()) {
      return Verdict.fails(
          file.map(one -> "nothing ran of a file " + one).orElse("nothing ran of any file")
              + ", expected "
              + text(percent)
              + "%");
    }
    return file.isPresent() ? each(covered, header) : together(covered, header);
  }

  private List<CoveredFile> covered(Shown shown, LinesHeard heard, Header header)
      throws IOException {
    Sources sources = SourceAccess.RUN.of(header);
    SortedMap<String, BitSet> executed = heard.files();
    List<String> wanted =
        executed.keySet().stream()
            .filter(path -> path.indexOf('\n') < 0 && path.indexOf('\r') < 0)
            .filter(path -> isWanted(path, header))
            .filter(path -> sources.find(path).isPresent())
            .toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Optional<BitSet>> executable =
        new ExecutableLinesScript(shown.interpreter(), shown.result().request().pythonOptions())
            .ask(wanted);
    List<CoveredFile> covered = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String path = wanted.get(i);
      executable
          .get(i)
          .ifPresent(lines -> covered.add(CoveredFile.of(path, lines, executed.get(path))));
    }
    return covered;
  }

  private boolean isWanted(String path, Header header) {
    List<String> names = CodeNames.ofFile(path, header.cwd(), header.recording().roots());
    return file.map(glob -> names.stream().anyMatch(glob::matches)).orElse(true);
  }

  private Verdict together(List<CoveredFile> files, Header header) {
    long lines = files.stream().mapToLong(CoveredFile::lines).sum();
    long ran = files.stream().mapToLong(CoveredFile::ran).sum();
    double reached = CoveredFile.percent(ran, lines);
    String message = figures(reached, ran, lines);
    return reached >= percent ? Verdict.holds(message) : fails(message, files, header);
  }

  private Verdict each(List<CoveredFile> files, Header header) {
    List<CoveredFile> tooLittle = files.stream().filter(one -> one.percent() < percent).toList();
    if (tooLittle.isEmpty()) {
      CoveredFile least =
          files.stream().min(Comparator.comparingDouble(CoveredFile::percent)).orElseThrow();
      return Verdict.holds(figures(least.percent(), least.ran(), least.lines()));
    }
    CoveredFile first = tooLittle.get(0);
    String more = tooLittle.size() == 1 ? "" : ", and " + (tooLittle.size() - 1) + " more";
    String message =
        Spots.text(first.file(), 0, header)
            + ": "
            + figures(first.percent(), first.ran(), first.lines())
            + more;
    return fails(message, tooLittle, header);
  }

  private Verdict fails(String message, List<CoveredFile> files, Header header) {
    List<CoveredFile> missing =
        files.stream()
            .filter(one -> !one.missed().isEmpty())
            .sorted(
                Comparator.<CoveredFile>comparingInt(one -> one.missed().cardinality()).reversed())
            .toList();
    List<String> detail = new ArrayList<>();
    for (CoveredFile one : missing.subList(0, Math.min(FILES, missing.size()))) {
      detail.add(
          Spots.text(one.file(), 0, header)
              + "  "
              + shown(one.percent())
              + "%, not run: "
              + one.ranges(RANGES));
    }
    if (missing.size() > FILES) {
      detail.add("and " + (missing.size() - FILES) + " files more");
    }
    Optional<Place> spot =
        Spots.of(missing.get(0).file(), missing.get(0).missed().nextSetBit(0), header);
    return Verdict.fails(message + ", expected " + text(percent) + "%").with(detail, spot);
  }

  private static String figures(double reached, long ran, long lines) {
    return shown(reached) + "%: " + ran + " of " + Wording.count(lines, "line") + " ran";
  }

  /** Rounded down: 99.96 is not 100. */
  private static String shown(double reached) {
    return BigDecimal.valueOf(reached)
        .setScale(1, RoundingMode.DOWN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String text(double asked) {
    return BigDecimal.valueOf(asked).stripTrailingZeros().toPlainString();
  }
}
