package dev.leadline.report.coverage;

import dev.leadline.report.coverage.FileCoverage.RanFunction;
import dev.leadline.report.coverage.FileCoverage.RanStatement;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The tracefile of lcov, as geninfo(1) describes it. */
public final class LcovFormat extends StatementFormat {

  @Override
  public Described described() {
    return new Described(
        "lcov", "tracefile of lcov, with counts: for genhtml, Codecov, editors", "info");
  }

  @Override
  void write(Covered covered, Writer out) throws IOException {
    for (FileCoverage file : covered.files()) {
      out.append("TN:\nSF:" + oneLine(file.path()) + "\n");
      functions(file.functions(), out);
      branches(file, out);
      for (RanStatement one : file.statements()) {
        out.append("DA:" + one.line() + "," + one.count() + "\n");
      }
      out.append("LF:" + file.statements().size() + "\nLH:" + file.statementsRan() + "\n");
      out.append("end_of_record\n");
    }
  }

  private static void functions(List<RanFunction> functions, Writer out) throws IOException {
    for (RanFunction one : functions) {
      out.append("FN:" + one.line() + "," + one.name() + "\n");
    }
    for (RanFunction one : functions) {
      out.append("FNDA:" + one.calls() + "," + one.name() + "\n");
    }
    long called = functions.stream().filter(one -> one.calls() > 0).count();
    out.append("FNF:" + functions.size() + "\nFNH:" + called + "\n");
  }

  /** A branch that was never come to has a dash in place of its counts. */
  private static void branches(FileCoverage file, Writer out) throws IOException {
    for (RanStatement one : file.statements()) {
      for (int way = 0; way < one.branches().size(); way++) {
        String count = one.count() == 0 ? "-" : one.branches().get(way).toString();
        out.append("BRDA:" + one.line() + ",0," + way + "," + count + "\n");
      }
    }
    out.append("BRF:" + file.branches() + "\nBRH:" + file.branchesTaken() + "\n");
  }

  /** The format has no escapes. */
  private static String oneLine(String path) {
    StringBuilder shown = new StringBuilder();
    path.chars().forEach(c -> shown.append(Character.isISOControl(c) ? '?' : (char) c));
    return shown.toString();
  }
}
