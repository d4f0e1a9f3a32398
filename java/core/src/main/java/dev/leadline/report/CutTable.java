package dev.leadline.report;

import dev.leadline.depths.CutEffect;
import dev.leadline.depths.Depths;
import dev.leadline.report.TextLine.Tone;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** What other ways of cutting would keep, and lose. */
final class CutTable {

  /** The number that the usual recipe names. */
  private static final int USUAL = 3;

  private final Depths depths;
  private final TextTable table;

  CutTable(Depths depths, String program) {
    this.depths = depths;
    String unit = depths.countedOnly() ? "keeps calls" : "keeps events";
    table = new TextTable("lrrrl", List.of("what is kept", unit, "of the module", "loses", ""));
    int cutoff = depths.cutoff().orElseThrow();
    row("file " + program, depths.byFileName(), Tone.PLAIN);
    for (int number : new TreeSet<>(List.of(USUAL, cutoff - 1, cutoff, cutoff + 1))) {
      String mark =
          number == cutoff ? "  (measured)" : number == USUAL ? "  (the usual guess)" : "";
      row(
          "depth > " + number + mark,
          depths.cutAt(number),
          number == cutoff ? Tone.STRONG : Tone.PLAIN);
    }
    row("auto: each stack's own", depths.cutAtEachBase(), Tone.PLAIN);
  }

  void write(TextReport report) throws IOException {
    table.write(report);
  }

  private void row(String what, CutEffect effect, Tone tone) {
    table.row(
        tone,
        what,
        "" + effect.kept(),
        "" + effect.moduleLevel(),
        "" + effect.lost(),
        effect.lost() == 0
            ? ""
            : (depths.countedOnly() ? "" : Shown.count(effect.lostCalls(), "call") + ": ")
                + String.join(", ", effect.lostNames()));
  }
}
