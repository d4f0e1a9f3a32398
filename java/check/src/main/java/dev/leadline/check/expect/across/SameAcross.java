package dev.leadline.check.expect.across;

import dev.leadline.batch.ProgramRuns;
import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.causes.KnownCauses;
import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Wording;
import dev.leadline.check.expect.outcome.ExitsWith;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.CauseFinder;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.Comparison.Allowance;
import dev.leadline.compare.Difference;
import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.filter.FilterSink;
import dev.leadline.outputs.OutputComparison;
import dev.leadline.outputs.OutputComparison.OutputPart;
import dev.leadline.outputs.StreamComparison;
import dev.leadline.report.compare.ComparisonStyle;
import dev.leadline.report.compare.ComparisonText;
import dev.leadline.report.compare.OutputText;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.source.SourceAccess;
import dev.leadline.versions.NeighbourComparison;
import dev.leadline.versions.SecondRuns;
import dev.leadline.versions.VersionRun;
import dev.leadline.versions.VersionRuns;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The program does the same on all its interpreters, as {@code leadline compare} sees it: the same
 * calls, lines, exceptions, output and exit status, but for differences that are allowed. Each
 * interpreter is laid beside the next older one, and its verdict is about the two.
 */
public final class SameAcross implements Expectation {

  private final Set<Category> allowed;
  private final Allowance allowance;
  private final boolean repeats;

  /**
   * One that allows differences of these categories: what the interpreters do otherwise is {@link
   * Category#OF_INTERPRETERS}.
   *
   * @param allowance which others are allowed by their function or cause
   * @param repeats whether interpreters that differ are run once more, to tell apart what is not
   *     repeatable
   */
  public SameAcross(Set<Category> allowed, Allowance allowance, boolean repeats) {
    this.allowed = Set.copyOf(allowed);
    this.allowance = Objects.requireNonNull(allowance, "allowance");
    this.repeats = repeats;
  }

  @Override
  public String title() {
    return "same across interpreters";
  }

  @Override
  public Recording recording(Recording base) {
    return base.withModuleLevel(base.roots())
        .withEvents(EnumSet.complementOf(EnumSet.of(EventKind.OPCODE)));
  }

  @Override
  public List<Verdict> judge(List<Shown> shown) throws IOException {
    if (shown.size() < 2) {
      String alone = "there is no other interpreter to compare with";
      return shown.stream().map(one -> Verdict.unknown(alone)).toList();
    }
    try (KnownCauses causes = KnownCauses.asking(shown.stream().map(Shown::interpreter).toList())) {
      return judge(shown, causes);
    }
  }

  private List<Verdict> judge(List<Shown> shown, CauseFinder causes) throws IOException {
    List<Shown> byAge = new ArrayList<>(shown);
    byAge.sort(Comparator.comparing(one -> one.interpreter().version()));
    List<VersionRun> runs = byAge.stream().map(SameAcross::run).toList();
    List<NeighbourComparison> neighbours = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      neighbours.add(NeighbourComparison.of(runs.get(i - 1), runs.get(i), causes));
    }
    SecondRuns seconds = new SecondRuns(causes);
    if (repeats) {
      repeat(SecondRuns.doubtful(neighbours), seconds);
    }
    Map<Shown, Verdict> verdicts = new IdentityHashMap<>();
    verdicts.put(byAge.get(0), Verdict.holds());
    for (int i = 1; i < byAge.size(); i++) {
      NeighbourComparison neighbour =
          seconds.withUnstableMarked(neighbours.get(i - 1)).allowing(allowance);
      verdicts.put(byAge.get(i), new Pair(neighbour, seconds.notes()).judge());
    }
    return shown.stream().map(verdicts::get).toList();
  }

  private static VersionRun run(Shown shown) {
    return new VersionRun(shown.result(), Optional.of(shown.execution()), 0, 0);
  }

  private static void repeat(List<VersionRun> doubtful, SecondRuns seconds) throws IOException {
    if (doubtful.isEmpty()) {
      return;
    }
    try (ProgramRuns programs = ProgramRuns.reading(InputStream.nullInputStream());
        VersionRuns versions = new VersionRuns(programs)) {
      List<VersionRun> again =
          versions.run(
              doubtful.stream().map(SecondRuns::again).toList(),
              (index, sink) -> FilterSink.keepingStructure(recording(doubtful.get(index)), sink),
              RunWatcher.NONE);
      for (int i = 0; i < again.size(); i++) {
        seconds.add(doubtful.get(i), again.get(i));
      }
    }
  }

  /** What of the run is compared, which other expectations may have asked for more of. */
  private static Recording recording(VersionRun run) {
    return run.facts().orElseThrow().header().recording();
  }

  /** Two interpreters beside each other. */
  private final class Pair {
    private final VersionRun left;
    private final VersionRun right;
    private final Comparison comparison;
    private final OutputComparison output;
    private final List<String> notes;
    private final List<String> faults = new ArrayList<>();
    private final List<String> detail = new ArrayList<>();

    Pair(NeighbourComparison neighbours, List<String> notes) {
      this.left = neighbours.left();
      this.right = neighbours.right();
      this.comparison = neighbours.comparison();
      this.output = neighbours.output();
      this.notes = notes;
    }

    Verdict judge() throws IOException {
      output
          .status()
          .filter(ends -> !mayBe(OutputPart.STATUS))
          .ifPresent(
              ends ->
                  faults.add(
                      ExitsWith.end(ends.right()) + " instead of " + ExitsWith.end(ends.left())));
      stream(OutputPart.STDOUT, output.stdout());
      stream(OutputPart.STDERR, output.stderr());
      if (!faults.isEmpty()) {
        outputs();
      }
      for (Category category : Category.values()) {
        if (!allowed.contains(category)) {
          differences(category);
        }
      }
      return faults.isEmpty() ? holds() : fails();
    }

    /** Whether all differences of that part are allowed. */
    private boolean mayBe(OutputPart part) {
      return allowance.allows(part.id())
          || Arrays.stream(Category.values())
              .allMatch(
                  category -> allowed.contains(category) || output.count(part, category) == 0);
    }

    private Verdict fails() {
      Optional<Place> spot =
          comparison.groups().stream()
              .filter(group -> !allowed.contains(group.cause().category()))
              .filter(group -> !allowance.allows(group))
              .findFirst()
              .flatMap(group -> spot(group.first()));
      return Verdict.fails("not as on " + name(left) + ": " + String.join(", ", faults))
          .with(Stream.concat(notes.stream(), detail.stream()).toList(), spot);
    }

    private Verdict holds() {
      long differences = Arrays.stream(Category.values()).mapToLong(this::count).sum();
      long unstable = count(Category.UNSTABLE);
      String apart = unstable == 0 ? "" : ", " + unstable + " of them not repeatable";
      return differences == 0
          ? Verdict.holds()
          : Verdict.holds(
              "as on "
                  + name(left)
                  + ", but for "
                  + Wording.count(differences, "difference")
                  + " that may be"
                  + apart);
    }

    private long count(Category category) {
      return comparison.count(category) + output.count(category);
    }

    private void stream(OutputPart part, StreamComparison stream) {
      if (!mayBe(part)) {
        long line = stream.first().get(0).right().number();
        String more =
            stream.places() == 1
                ? ""
                : ", and " + Wording.count(stream.places() - 1, "more difference") + " in it";
        faults.add("line " + line + " of " + part.id() + " is another one" + more);
      }
    }

    private void outputs() throws IOException {
      StringWriter text = new StringWriter();
      new OutputText(text, ReportStyle.PLAIN, allowance).write(output);
      detail.add("what the program wrote otherwise, left " + name(left) + ":");
      text.toString().lines().forEach(detail::add);
    }

    private void differences(Category category) throws IOException {
      long count = comparison.failing(category);
      if (count == 0) {
        return;
      }
      String whose =
          switch (category) {
            case PROGRAM -> " of the program";
            case UNEXPLAINED -> " that nothing explains";
            case UNSTABLE -> " that is not repeatable";
            case RUNTIME -> " of the interpreters' runtime";
            case COMPILER -> " of the interpreters' compilers";
          };
      faults.add(Wording.count(count, "difference") + whose);
      StringWriter text = new StringWriter();
      new ComparisonText(
              text,
              new ComparisonStyle(name(left), name(right), false, ReportStyle.PLAIN),
              SourceAccess.RUN)
          .writePlaces(comparison, category);
      detail.add(Wording.count(count, "difference") + whose + ", left " + name(left) + ":");
      text.toString().lines().forEach(detail::add);
    }

    private Optional<Place> spot(Difference first) {
      VersionRun side = first.right().isPresent() ? right : left;
      return Spots.ofCall(
          side.execution().orElseThrow(),
          first.right().or(first::left).orElseThrow().activation().number());
    }

    private String name(VersionRun side) {
      return side.name();
    }
  }
}
