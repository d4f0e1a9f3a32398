package dev.leadline.check.results;

import dev.leadline.check.expect.Verdict;
import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.CheckResult.CaseResult;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.TextLine;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Results for people: a line for each run, what does not hold in detail, and their sum. No line
 * begins with what a program named, since build servers take some such lines for commands.
 */
public final class ResultText {

  private static final int KIND_WIDTH = 8;

  private final Writer out;
  private final ReportStyle style;
  private final ReportStyle uncut;

  /** One into {@code out}, which stays open. */
  public ResultText(Writer out, ReportStyle style) {
    this.out = out;
    this.style = style;
    this.uncut = new ReportStyle(style.colour(), 0);
  }

  /** Writes it. */
  public void write(CheckResult result) throws IOException {
    for (SuiteResult suite : result.suites()) {
      write(suite);
    }
    String part = result.shard().isWhole() ? "" : "shard " + result.shard() + ": ";
    long expectations = result.suites().stream().mapToLong(suite -> suite.cases().size()).sum();
    long hold = result.count(Verdict.Kind.HOLDS);
    long fail = result.count(Verdict.Kind.FAILS);
    String sum =
        part
            + ResultWords.counted(result.suites().size(), "run")
            + ", "
            + ResultWords.counted(expectations, "expectation")
            + ": "
            + ResultWords.number(hold)
            + (hold == 1 ? " holds, " : " hold, ")
            + ResultWords.number(fail)
            + (fail == 1 ? " does not, " : " do not, ")
            + ResultWords.number(result.count(Verdict.Kind.UNKNOWN))
            + " unknown";
    line(new TextLine(uncut).add(sum, TextLine.Tone.STRONG));
    out.flush();
  }

  private void write(SuiteResult suite) throws IOException {
    Verdict.Kind kind = worst(suite);
    String facts =
        "  "
            + ResultWords.counted(suite.cases().size(), "expectation")
            + ", "
            + ResultWords.seconds(suite.took().toNanos(), 2)
            + " s";
    line(
        new TextLine(style)
            .left(label(kind), KIND_WIDTH, tone(kind))
            .add(Harmless.text(ResultWords.name(suite)))
            .add(facts, TextLine.Tone.FAINT));
    List<String> before = List.of();
    for (CaseResult one : ResultWords.reported(suite)) {
      List<String> detail = one.verdict().detail();
      write(one, before.containsAll(detail) ? List.of() : detail);
      before = detail.isEmpty() ? before : detail;
    }
  }

  /** With what is around the fault, where that has not just been shown. */
  private void write(CaseResult one, List<String> detail) throws IOException {
    Verdict.Kind kind = one.verdict().kind();
    line(
        new TextLine(uncut)
            .add("  " + label(kind) + "  ", tone(kind))
            .add(Harmless.text(one.title()), TextLine.Tone.STRONG));
    line(new TextLine(uncut).add("    > ").add(Harmless.text(ResultWords.message(one))));
    for (String text : ResultWords.lines(one, detail)) {
      line(new TextLine(uncut).add("    | ", TextLine.Tone.FAINT).add(Harmless.text(text)));
    }
  }

  private void line(TextLine line) throws IOException {
    out.write(line.text());
    out.write('\n');
  }

  /** A run is as its worst expectation. */
  private static Verdict.Kind worst(SuiteResult suite) {
    if (ResultWords.count(suite, Verdict.Kind.FAILS) > 0) {
      return Verdict.Kind.FAILS;
    }
    return ResultWords.count(suite, Verdict.Kind.UNKNOWN) > 0
        ? Verdict.Kind.UNKNOWN
        : Verdict.Kind.HOLDS;
  }

  private static String label(Verdict.Kind kind) {
    return switch (kind) {
      case HOLDS -> "ok";
      case FAILS -> "FAILS";
      case UNKNOWN -> "UNKNOWN";
    };
  }

  private static TextLine.Tone tone(Verdict.Kind kind) {
    return kind == Verdict.Kind.HOLDS ? TextLine.Tone.FAINT : TextLine.Tone.ALARM;
  }
}
