package dev.leadline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.execution.LineSequence;
import dev.leadline.flow.PathSearch.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathSearchTest {

  /** {@code 1: if a: / 2: b() / 3: c()} */
  private static final ControlFlow CONDITION =
      flow(
          "node passage > 1",
          "node statement once 1-1 > 2 3",
          "node statement once 2-2 > 3",
          "node statement once 3-3 > end");

  /** {@code 1: for x in a: / 2: if x: / 3: break / 4: return b} */
  private static final ControlFlow LOOP =
      flow(
          "node passage > 1",
          "node statement once loop 1-1 > 2 4",
          "node statement once 2-2 > 3 1",
          "node jump once 3-3 > 4",
          "node statement once 4-4 > end");

  /** {@code 1: x = a( / 2: b, / 3: c) / 4: return x} */
  private static final ControlFlow LONG =
      flow("node passage > 1", "node statement 1-3 > 2", "node statement once 4-4 > end");

  /** {@code 1: with a: / 2: b() / 3: c()} */
  private static final ControlFlow WITH =
      flow(
          "node passage > 1",
          "node statement once 1-1 > 2 ! 4",
          "node statement once 2-2 > 3 ! 4",
          "node passage 1-1 > 5",
          "node passage 1-1 2-2 > 5",
          "node statement once 3-3 > end");

  @Test
  void theSameLinesAreOnePath() {
    assertThat(of(CONDITION, List.of(1, 2, 3), List.of(1, 2, 3))).isEqualTo(Result.SAME);
  }

  @Test
  void aStatementThatCanBeGoneRoundIsAnotherPath() {
    assertThat(of(CONDITION, List.of(1, 2, 3), List.of(1, 3))).isEqualTo(Result.OTHER);
  }

  @Test
  void aStatementThatCannotBeGoneRoundMayBeMissing() {
    assertThat(of(LOOP, List.of(1, 2, 1, 4), List.of(1, 2, 1))).isEqualTo(Result.SAME);
    assertThat(of(CONDITION, List.of(1, 2, 3), List.of(2, 3))).isEqualTo(Result.SAME);
  }

  @Test
  void whereTheCodeDidNotReturnItMayHaveEndedAnywhere() {
    Recorded left = new Recorded(LineSequence.of(1, 2, 1, 4), 11, false);
    Recorded right = new Recorded(LineSequence.of(1, 2, 1), 11, false);

    assertThat(new PathSearch(LOOP, left, right).result()).isEqualTo(Result.OTHER);
  }

  @Test
  void roundsOfALoopAreCounted() {
    assertThat(of(LOOP, List.of(1, 2, 1, 2, 1, 4), List.of(1, 2, 1, 4))).isEqualTo(Result.OTHER);
  }

  @Test
  void linesWithinAStatementAreOneVisit() {
    assertThat(of(LONG, List.of(1, 2, 3, 1, 4), List.of(1, 4))).isEqualTo(Result.SAME);
    assertThat(of(LONG, List.of(3, 2, 4), List.of(1, 2, 4))).isEqualTo(Result.SAME);
  }

  @Test
  void leavingAWithMayBeReportedAtItsHeaderAtItsEndOrNot() {
    assertThat(of(WITH, List.of(1, 2, 1, 3), List.of(1, 2, 3))).isEqualTo(Result.SAME);
    assertThat(of(WITH, List.of(1, 2, -2, 1, 3), List.of(1, 2, -2, 2, 3))).isEqualTo(Result.SAME);
    assertThat(of(WITH, List.of(1, 2, -2, 3), List.of(1, 2, -2, 1, 2, 3))).isEqualTo(Result.SAME);
    assertThat(of(WITH, List.of(1, 2, 3), List.of(1, 2, 2, 3))).isEqualTo(Result.OTHER);
  }

  @Test
  void aPassageThatOldInterpretersReportIsNoneOfNewOnes() {
    ControlFlow flow =
        flow(
            "node passage > 1",
            "node statement once 1-1 > 2 3",
            "node statement once 2-2 > 3",
            "node passage:11 2-2 > 4",
            "node statement once 3-3 > end");
    Recorded round = new Recorded(LineSequence.of(1, 3), 12, true);

    assertThat(
            new PathSearch(flow, new Recorded(LineSequence.of(1, 2, 3), 11, true), round).result())
        .isEqualTo(Result.SAME);
    assertThat(
            new PathSearch(flow, new Recorded(LineSequence.of(1, 2, 3), 12, true), round).result())
        .isEqualTo(Result.OTHER);
  }

  @Test
  void aStalePassageIsReportedAtTheLastLineOfPython39() {
    ControlFlow flow =
        flow(
            "node passage > 1",
            "node statement once 1-1 > 2",
            "node statement once 2-2 > 3",
            "node passage stale 1-1 > 4",
            "node statement once 3-3 > end");
    Recorded once = new Recorded(LineSequence.of(1, 2, 3), 10, true);
    Recorded twice = new Recorded(LineSequence.of(1, 2, 2, 3), 9, true);
    Recorded twiceWhereNoneIsStale = new Recorded(LineSequence.of(1, 2, 2, 3), 10, true);

    assertThat(new PathSearch(flow, twice, once).result()).isEqualTo(Result.SAME);
    assertThat(new PathSearch(flow, twiceWhereNoneIsStale, once).result()).isEqualTo(Result.OTHER);
  }

  @Test
  void anExceptionOfOneSideIsAnotherPath() {
    assertThat(of(WITH, List.of(1, -1, 3), List.of(1, 2, 3))).isEqualTo(Result.OTHER);
    assertThat(of(WITH, List.of(1, 2, -2, 3), List.of(1, 2, -2, 3))).isEqualTo(Result.SAME);
  }

  @Test
  void aJumpIsMissingWhereNotEveryOneIsReported() {
    Recorded each = new Recorded(LineSequence.of(1, 2, 3, 4), 11, true);
    Recorded some = new Recorded(LineSequence.of(1, 2, 4), 9, true);
    Recorded none = new Recorded(LineSequence.of(1, 2, 1, 4), 9, true);

    assertThat(new PathSearch(LOOP, each, some).result()).isEqualTo(Result.SAME);
    assertThat(new PathSearch(LOOP, each, none).result()).isEqualTo(Result.OTHER);
  }

  @Test
  void linesThatAreNoStatementsAreLeftOut() {
    assertThat(of(CONDITION, List.of(90, 1, 2, 91, 3), List.of(1, 2, 3))).isEqualTo(Result.SAME);
  }

  @Test
  void whereThePathsPartTheLinesAreReported() {
    PathSearch search =
        new PathSearch(
            CONDITION,
            new Recorded(LineSequence.of(1, 2, 3), 11, true),
            new Recorded(LineSequence.of(1, 3), 11, true));
    search.result();

    assertThat(search.leftLine()).isEqualTo(2);
    assertThat(search.rightLine()).isEqualTo(3);
  }

  private static Result of(ControlFlow flow, List<Integer> left, List<Integer> right) {
    return new PathSearch(flow, recorded(left), recorded(right)).result();
  }

  private static Recorded recorded(List<Integer> lines) {
    int[] numbers = lines.stream().mapToInt(Integer::intValue).toArray();
    return new Recorded(LineSequence.of(numbers), 11, true);
  }

  private static ControlFlow flow(String... nodes) {
    return ControlFlow.read(List.of(nodes));
  }
}
