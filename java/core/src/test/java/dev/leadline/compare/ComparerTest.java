package dev.leadline.compare;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static dev.leadline.wire.Events.timed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.compare.CauseFinder.PlainCauses;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ComparerTest {

  private static final String F = call(2, 1) + line(21) + returned(21, 1);
  private static final String F_OTHERWISE = call(2, 1) + line(22) + returned(22, 1);
  private static final String G = call(3, 1) + line(31) + returned(31, 1);
  private static final String H = call(4, 1) + line(41) + returned(41, 1);
  private static final String F_RAISES =
      call(2, 1)
          + line(21)
          + exception(21, "KeyError", "'k'")
          + returned(21, 1)
          + exception(11, "KeyError", "'k'");

  @Test
  void theSameIsEqual() throws IOException {
    assertThat(found(F + G, F + G)).isEmpty();
  }

  @Test
  void timesOfLinesAreNoDifference() throws IOException {
    String timedF = call(2, 1) + timed(21, 5) + returned(21, 1);

    assertThat(found(F + G, timedF + G)).isEmpty();
    assertThat(found(F_OTHERWISE + G, timedF + G)).containsExactly("LINES f x1");
  }

  @Test
  void aCallThatOneSideHas() throws IOException {
    assertThat(found(F + G + H, F + H)).containsExactly("CALL_LEFT g x1");
    assertThat(found(F + H, F + G + H)).containsExactly("CALL_RIGHT g x1");
  }

  @Test
  void aCallThatDoesSomethingElseIsTheSameCall() throws IOException {
    assertThat(found(F + F + F + F + H, F + F + F_OTHERWISE + F + H)).containsExactly("LINES f x1");
    assertThat(found(F_OTHERWISE + F + F + F, F + F + F + F)).containsExactly("LINES f x1");
  }

  @Test
  void anotherOrderIsNoOtherCall() throws IOException {
    assertThat(found(F + G + H, G + H + F)).containsExactly("ORDER f x1");
  }

  @Test
  void whatAnExceptionDoesToTheCallersFollowsFromIt() throws IOException {
    List<DifferenceGroup> groups = compared(F + G, F_RAISES + G).groups();

    assertThat(groups)
        .extracting(ComparerTest::shown)
        .containsExactly("OUTCOME f x1", "EXCEPTION f x1");
    assertThat(groups.get(0).consequences())
        .extracting(ComparerTest::shown)
        .containsExactly("EXCEPTION main x1");
  }

  @Test
  void callsThatTheOtherWayOfTheirCallerLeadsToFollowFromIt() throws IOException {
    String calls = call(2, 1) + line(21, 22) + G + returned(22, 1) + H;
    String other = call(2, 1) + line(21, 23) + returned(23, 1) + H;
    List<DifferenceGroup> groups =
        compare(trace(calls, ""), trace(other, ""), (difference, sides) -> PlainCauses.PROGRAM)
            .groups();

    assertThat(groups).extracting(ComparerTest::shown).containsExactly("LINES f x1");
    assertThat(groups.get(0).consequences())
        .extracting(ComparerTest::shown)
        .containsExactly("CALL_LEFT g x1");
  }

  @Test
  void framesOfTheCompilerAreReported() throws IOException {
    String inlined = "14," + F + "14,";
    String framed = line(14) + call(6, 1) + F + line(14) + returned(14, 1);
    assertThat(found(framed, inlined)).contains("HELPERS main x1").noneMatch(is("CALL"));
  }

  @Test
  void hiddenFramesBetweenAreReported() throws IOException {
    assertThat(found(F, call(2, 1, 20, 7, 2) + line(21) + returned(21, 1)))
        .containsExactly("LAYERS f x1");
  }

  @Test
  void whatWasComparedBeforeIsCounted() throws IOException {
    assertThat(found(F.repeat(500) + H, F_OTHERWISE.repeat(500) + H))
        .containsExactly("LINES f x500");
  }

  @Test
  void addressesInMessagesAreNoDifference() throws IOException {
    assertThat(found(F_RAISES, F_RAISES.replace("'k'", "<object at 0x7f>"))).isEmpty();
  }

  @Test
  void bothSidesAreReportedWithTheirCallers() throws IOException {
    Difference difference = compared(F + G, F).groups().get(0).first();

    assertThat(difference.left().orElseThrow().path())
        .extracting(step -> step.definition().key().qualname() + ":" + step.lineno())
        .containsExactly("main:11");
    assertThat(difference.right()).isEmpty();
    assertThat(difference.rightCaller().orElseThrow().key().qualname()).isEqualTo("main");
  }

  @Test
  void theFirstInTheExecutionIsNamedWhateverItsCause() throws IOException {
    Comparison comparison = compared(F + G + H, F_OTHERWISE + H);

    assertThat(comparison.groups())
        .extracting(ComparerTest::shown)
        .first()
        .asString()
        .contains("g");
    assertThat(comparison.first().map(ComparerTest::shown)).contains("LINES f x1");
  }

  @Test
  void threadsArePairedByWhatTheyDoNotByTheirNumbers() throws IOException {
    String one = thread(1, "Thread-1", 2) + thread(2, "Thread-2", 3);
    String other = thread(1, "Thread-7 (g)", 3) + thread(2, "Thread-8 (f)", 2);
    assertThat(compare(trace("", one), trace("", other)).groups()).isEmpty();
    assertThat(compare(trace("", one), trace("", thread(1, "Thread-1", 2))).groups())
        .extracting(ComparerTest::shown)
        .containsExactly("STACK g x1");
  }

  @Test
  void aProcessThatWasForkedHereAndStartedThere() throws IOException {
    String child =
        Traces.child(1, 5, "fork", 4711)
            + Executions.CODES
            + Traces.events(call(2, 1, 20, 4, 1) + returned(21, 1))
            + Traces.END;
    assertThat(
            compare(trace("", child), trace("", child.replace("\"fork\"", "\"spawn\""))).groups())
        .extracting(ComparerTest::shown)
        .containsExactly("PROCESS_ORIGIN f x1");
  }

  @Test
  void otherFiltersAreACautionAndOtherRootsAreNone() throws IOException {
    String usual = trace(F, "");
    String otherRoots = usual.replaceFirst("\"roots\":\\[[^]]*]", "\"roots\":[\"/elsewhere\"]");

    assertThat(compare(usual, otherRoots).cautions()).isEmpty();
    String lineTimes =
        usual.replace("\"max_events\":null", "\"max_events\":null,\"line_times\":true");
    assertThat(lineTimes).isNotEqualTo(usual);
    assertThat(compare(usual, lineTimes).cautions()).isEmpty();
    for (String field : List.of("\"levels\":null", "\"max_events\":null")) {
      String other = usual.replace(field, field.replace("null", "7"));
      assertThat(compare(usual, other).cautions())
          .containsExactly("the two traces were recorded with different filters");
    }
  }

  private static List<String> found(String left, String right) throws IOException {
    return compared(left, right).groups().stream().map(ComparerTest::shown).toList();
  }

  private static Comparison compared(String left, String right) throws IOException {
    return compare(trace(left, ""), trace(right, ""));
  }

  static Comparison compare(String left, String right) throws IOException {
    return compare(left, right, new PlainCauses());
  }

  private static Comparison compare(String left, String right, CauseFinder finder)
      throws IOException {
    try (Execution one = Executions.ofTrace(left);
        Execution other = Executions.ofTrace(right)) {
      return new Comparer(finder).compare(one, other);
    }
  }

  /** Main calls that. */
  static String trace(String calls, String more) {
    return Traces.HEADER
        + Executions.CODES
        + Traces.events(call(1, 0, 10, 4, 1) + line(11) + calls + line(12) + returned(12, 1))
        + more
        + Traces.process(0)
        + Traces.END;
  }

  private static String thread(int number, String name, int code) {
    return Traces.thread(number, name)
        + Traces.events(number, 0, call(code, 1, 20, 3, 0) + returned(21, 1));
  }

  private static Predicate<String> is(String kind) {
    return line -> line.startsWith(kind);
  }

  private static String shown(DifferenceGroup group) {
    return group.kind() + " " + group.function().qualname() + " x" + group.count();
  }
}
