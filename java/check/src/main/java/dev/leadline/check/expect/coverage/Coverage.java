package dev.leadline.check.expect.coverage;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Wording;
import dev.leadline.check.expect.coverage.CoveredFile.Percentage;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.ExecutableFile.Statement;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.filter.CodeNames;
import dev.leadline.filter.Glob;
import dev.leadline.launch.facts.ExecutableLinesScript;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * At least a percentage of the statements runs: of the user's files of which something ran, in the
 * program and the children that are followed. Which statements count on that very interpreter, and
 * how the percentage is rounded, is as coverage.py 7 has it by default. A file that is not there
 * any more does not count.
 */
public final class Coverage implements EachByItself {

  private static final int FILES = 20;
  private static final int RANGES = 1000;
  private static final double WHOLE = 100;

  private final Optional<Glob> file;
  private final BigDecimal percent;

  /**
   * One about all of these files together, or about each that a glob names by itself.
   *
   * @param file path as CPython calls it, base name, or path in one of the program's roots
   * @param percent the least, of 100; what is reached is rounded to as many decimals
   */
  public Coverage(Optional<Glob> file, double percent) {
    this.file = Objects.requireNonNull(file, "file");
    if (!(percent >= 0 && percent <= WHOLE)) {
      throw new IllegalArgumentException("a percentage is 0 to 100: " + percent);
    }
    this.percent = BigDecimal.valueOf(percent).stripTrailingZeros();
  }

  @Override
  public String title() {
    return "coverage: " + file.map(one -> one + " ").orElse("") + asked() + "%";
  }

  @Override
  public Recording recording(Recording base) {
    return base.withModuleLevel(base.roots()).withEvents(EnumSet.of(EventKind.LINE));
  }

  @Override
  public Optional<EventSink> listener() {
    return Optional.of(new LineCollector());
  }

  @Override
  public Verdict judge(Shown shown) throws IOException {
    if (!(shown.listenerOf(this).orElse(null) instanceof LineCollector collected)) {
      return Verdict.unknown("the lines of the run were not recorded");
    }
    if (collected.tooMany()) {
      return Verdict.unknown("more files ran than can be looked at");
    }
    Header header = shown.execution().facts().header();
    Verdict verdict = judged(covered(shown, collected, header), header);
    return verdict.kind() == Verdict.Kind.FAILS
        ? Completeness.required(shown.execution(), verdict)
        : verdict;
  }

  private Verdict judged(List<CoveredFile> covered, Header header) {
    if (covered.isEmpty()) {
      return Verdict.fails(
          file.map(one -> "nothing ran of a file " + one).orElse("nothing ran of any file")
              + ", expected "
              + asked()
              + "%");
    }
    return file.isPresent() ? each(covered, header) : together(covered, header);
  }

  private List<CoveredFile> covered(Shown shown, LineCollector collected, Header header)
      throws IOException {
    Sources sources = SourceAccess.RUN.of(header);
    SortedMap<String, BitSet> executed = collected.files();
    List<String> wanted =
        executed.keySet().stream()
            .filter(path -> path.indexOf('\n') < 0 && path.indexOf('\r') < 0)
            .filter(path -> isWanted(path, header))
            .filter(path -> sources.find(path).isPresent())
            .toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Optional<List<Statement>>> executable =
        new ExecutableLinesScript(shown.interpreter(), shown.result().spec().pythonOptions())
            .ask(wanted);
    List<CoveredFile> covered = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String path = wanted.get(i);
      executable
          .get(i)
          .ifPresent(all -> covered.add(CoveredFile.of(path, all, executed.get(path))));
    }
    return covered;
  }

  private boolean isWanted(String path, Header header) {
    List<String> names = CodeNames.ofFile(path, header.cwd(), header.recording().roots());
    return file.map(glob -> names.stream().anyMatch(glob::matches)).orElse(true);
  }

  private Verdict together(List<CoveredFile> files, Header header) {
    long statements = files.stream().mapToLong(CoveredFile::count).sum();
    long ran = files.stream().mapToLong(CoveredFile::ran).sum();
    Percentage reached = new Percentage(ran, statements);
    String message = figures(reached);
    return reached.reaches(percent) ? Verdict.holds(message) : fails(message, files, header);
  }

  private Verdict each(List<CoveredFile> files, Header header) {
    List<CoveredFile> tooLittle =
        files.stream().filter(one -> !one.percentage().reaches(percent)).toList();
    if (tooLittle.isEmpty()) {
      Comparator<CoveredFile> byPercentage =
          Comparator.comparingDouble(one -> one.percentage().exact());
      return Verdict.holds(figures(files.stream().min(byPercentage).orElseThrow().percentage()));
    }
    CoveredFile first = tooLittle.get(0);
    String more = tooLittle.size() == 1 ? "" : ", and " + (tooLittle.size() - 1) + " more";
    String message =
        Spots.text(first.file(), 0, header) + ": " + figures(first.percentage()) + more;
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
              + one.percentage().shown(0)
              + "%, not run: "
              + one.ranges(RANGES));
    }
    if (missing.size() > FILES) {
      detail.add("and " + (missing.size() - FILES) + " files more");
    }
    CoveredFile most = missing.get(0);
    Optional<Place> spot = Spots.of(most.file(), most.firstMissed().orElseThrow(), header);
    return Verdict.fails(message + ", expected " + asked() + "%").with(detail, spot);
  }

  private String figures(Percentage reached) {
    return reached.shown(Percentage.decimals(percent))
        + "%: "
        + reached.some()
        + " of "
        + Wording.count(reached.all(), "statement")
        + " ran";
  }

  private String asked() {
    return percent.toPlainString();
  }
}
