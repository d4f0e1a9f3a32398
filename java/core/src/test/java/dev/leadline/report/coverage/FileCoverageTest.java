package dev.leadline.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.ExecutableFile;
import dev.leadline.event.ExecutableFile.Branch;
import dev.leadline.event.ExecutableFile.Function;
import dev.leadline.event.ExecutableFile.Statement;
import dev.leadline.report.coverage.FileCoverage.RanFunction;
import dev.leadline.report.coverage.FileCoverage.RanStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileCoverageTest {

  /** A function at 1, an `if` over the lines 2 and 3, its body at 4, a `pass` at 5, an end at 6. */
  private static final ExecutableFile FILE =
      new ExecutableFile(
          List.of(
              new Statement(1, 1),
              new Statement(2, 3),
              new Statement(4, 4),
              new Statement(5, 5),
              new Statement(6, 6)),
          List.of(new Branch(2, List.of(List.of(4), List.of(5, 6)))),
          List.of(new Function(1, 1, "f")));

  private final ArcTable arcs = new ArcTable();

  @Test
  void aStatementOfSeveralLinesCountsOnceEachTimeItBegins() {
    arcs.add(-1, 2, 7);
    arcs.add(2, 3, 7);
    arcs.add(3, 2, 7);

    assertThat(statement(2).count()).isEqualTo(7);
  }

  @Test
  void aWayOutCountsFromEachLineOfTheStatement() {
    arcs.add(3, 4, 2);
    arcs.add(2, 5, 1);

    assertThat(statement(2).branches()).containsExactly(2L, 1L);
  }

  @Test
  void whatPassesOverAPassTakesThatWay() {
    arcs.add(2, 6, 3);

    assertThat(statement(2).branches()).containsExactly(0L, 3L);
    assertThat(statement(2).taken()).isEqualTo(1);
  }

  @Test
  void aStatementWhoseBeginWasNotSeenRan() {
    arcs.add(4, 4);

    assertThat(statement(4).count()).isEqualTo(1);
    assertThat(statement(5).count()).isZero();
  }

  @Test
  void callsAreArcsFromTheStart() {
    arcs.add(-1, 2, 9);
    arcs.add(4, -1, 8);

    assertThat(coverage().functions()).containsExactly(new RanFunction(1, "f", 9));
  }

  @Test
  void functionsOfOneNameHaveTheirLines() {
    ExecutableFile twice =
        new ExecutableFile(
            List.of(), List.of(), List.of(new Function(1, 1, "f"), new Function(4, 5, "f")));

    assertThat(FileCoverage.of("/a.py", twice, arcs).functions())
        .extracting(RanFunction::name)
        .containsExactly("f:1", "f:5");
  }

  private RanStatement statement(int line) {
    return coverage().statements().stream().filter(one -> one.line() == line).findFirst().get();
  }

  private FileCoverage coverage() {
    return FileCoverage.of("/a.py", FILE, arcs);
  }
}
