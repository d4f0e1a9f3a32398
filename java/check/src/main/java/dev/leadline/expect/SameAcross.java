package dev.leadline.expect;

import dev.leadline.causes.KnownCauses;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.CauseFinder;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.Difference;
import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.report.ComparisonStyle;
import dev.leadline.report.ComparisonText;
import dev.leadline.report.ReportStyle;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The program does the same on all its interpreters, as {@code leadline compare} sees it: the same
 * calls, lines, exceptions, output and exit status, but for differences that are allowed. Each
 * interpreter is laid beside the one before, in the order asked, and its verdict is about the two.
 */
public final class SameAcross implements Expectation {

  private final Set<Category> allowed;

  /**
   * One that allows differences of these categories: what the interpreters do otherwise is {@link
   * Category#OF_INTERPRETERS}.
   */
  public SameAcross(Set<Category> allowed) {
    this.allowed = Set.copyOf(allowed);
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
    CauseFinder causes = KnownCauses.asking(shown.stream().map(Shown::interpreter).toList());
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(Verdict.holds());
    for (int i = 1; i < shown.size(); i++) {
      Pair pair = new Pair(shown.get(i - 1), shown.get(i));
      verdicts.add(pair.judge(new Comparer(causes)));
    }
    return verdicts;
  }

  /** Two interpreters beside each other. */
  private final class Pair {
    private final Shown left;
    private final Shown right;
    private final List<String> faults = new ArrayList<>();
    private final List<String> detail = new ArrayList<>();

    Pair(Shown left, Shown right) {
      this.left = left;
      this.right = right;
    }

    Verdict judge(Comparer comparer) throws IOException {
      Comparison comparison = comparer.compare(left.execution(), right.execution());
      endings();
      outputs();
      for (Category category : Category.values()) {
        if (!allowed.contains(category)) {
          differences(comparison, category);
        }
      }
      return faults.isEmpty() ? holds(comparison) : fails(comparison);
    }

    private Verdict fails(Comparison comparison) {
      Optional<Place> spot =
          comparison.groups().stream()
              .filter(group -> !allowed.contains(group.cause().category()))
              .findFirst()
              .flatMap(group -> spot(group.first()));
      return Verdict.fails("not as on " + name(left) + ": " + String.join(", ", faults))
          .with(detail, spot);
    }

    private Verdict holds(Comparison comparison) {
      long differences = allowed.stream().mapToLong(comparison::count).sum();
      return differences == 0
          ? Verdict.holds()
          : Verdict.holds(
              "as on "
                  + name(left)
                  + ", but for "
                  + Wording.count(differences, "difference")
                  + " that may be");
    }

    private void endings() {
      String one = ExitsWith.end(left.execution().facts().ending());
      String other = ExitsWith.end(right.execution().facts().ending());
      boolean same =
          left.execution()
                  .facts()
                  .ending()
                  .status()
                  .equals(right.execution().facts().ending().status())
              && left.execution().facts().ending().outcome()
                  == right.execution().facts().ending().outcome();
      if (!same) {
        faults.add(other + " instead of " + one);
      }
    }

    private void outputs() throws IOException {
      left.result()
          .stdout()
          .firstDifference(right.result().stdout())
          .ifPresent(
              difference -> {
                faults.add("line " + difference.lineno() + " of stdout is another one");
                detail.add("stdout on " + name(left) + ":  " + OutputLine.of(difference.left()));
                detail.add("stdout on " + name(right) + ":  " + OutputLine.of(difference.right()));
              });
    }

    private void differences(Comparison comparison, Category category) throws IOException {
      long count = comparison.count(category);
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
              text, new ComparisonStyle(name(left), name(right), false, ReportStyle.PLAIN))
          .writePlaces(comparison, category);
      detail.add(Wording.count(count, "difference") + whose + ", left " + name(left) + ":");
      text.toString().lines().forEach(detail::add);
    }

    private Optional<Place> spot(Difference first) {
      Shown side = first.right().isPresent() ? right : left;
      return Spots.ofCall(
          side.execution(), first.right().or(first::left).orElseThrow().activation().number());
    }

    private String name(Shown side) {
      return side.interpreter().version().toString();
    }
  }
}
