package dev.leadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.event.Ending.Outcome;
import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.filter.Choices;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmptyTraceAdviceTest {

  private static final Map<Scope, Integer> USER_AND_LIBRARY =
      Map.of(Scope.USER, 3, Scope.STDLIB, 41);

  @Test
  void nothingButTheModule() {
    assertThat(advice(user(), Map.of()))
        .isEqualTo(
            "no event deeper than cutoff 3: the deepest frame was the program's <module>; "
                + "try --module-level");
    assertThat(advice(user().cutoff(3), Map.of()))
        .isEqualTo(
            "no event deeper than cutoff 3: the deepest frame was the program's <module>; "
                + "try --cutoff 2");
  }

  @Test
  void nothingOfTheUsersButLibraries() {
    assertThat(advice(user(), Map.of(Scope.STDLIB, 41, Scope.SITE, 2)))
        .isEqualTo(
            "no code of scope user ran besides the program's <module>, but 41 stdlib and 2 site "
                + "code objects did; try --scope all, or --root DIR for the directory of your code");
    assertThat(advice(user(), Map.of(Scope.GENERATED, 1)))
        .contains("but 1 generated code object did;");
  }

  @Test
  void whatIsMissingMayHaveBeenTheUsers() {
    Ending ending = ending(Outcome.COMPLETED, "", OptionalInt.of(3), Map.of(Scope.STDLIB, 41));

    assertThat(EmptyTraceAdvice.of(user().recording(), ending, true))
        .isEqualTo("no event was kept, but some are missing: the notes say when and why");
  }

  @Test
  void aCutoffThatIsTooDeep() {
    assertThat(advice(user().cutoff(7), USER_AND_LIBRARY))
        .isEqualTo(
            "no event deeper than cutoff 7: the program's <module> stood at depth 3; "
                + "try --cutoff auto");
  }

  @Test
  void globsThatMatchNothing() {
    assertThat(advice(user().include("shop.*").exclude("x").functions("f*"), USER_AND_LIBRARY))
        .isEqualTo(
            "no event matched --include shop.*, --exclude x, --function f*; "
                + "without that, the events of 3 user code objects would be kept");
  }

  @Test
  void kindsThatDidNotHappen() {
    assertThat(advice(user().events(EventKind.EXCEPTION, EventKind.OPCODE), USER_AND_LIBRARY))
        .isEqualTo(
            "none of the events that were asked for happened (exception and opcode); "
                + "without --events, the events of 3 user code objects would be kept");
  }

  @Test
  void levelsThatAreTooFew() {
    assertThat(advice(user().levels(0), USER_AND_LIBRARY))
        .isEqualTo(
            "no event within --levels 0; "
                + "with more levels, the events of 3 user code objects would be kept");
  }

  @Test
  void aLimitOfNothing() {
    assertThat(advice(user().maxEvents(0), USER_AND_LIBRARY))
        .isEqualTo("no event was kept: --max-events is 0");
  }

  @Test
  void whatWasNotRecordedHasToBeRecorded() {
    Recording stdlib = Recording.USUAL.toBuilder().scopes(Set.of(Scope.STDLIB)).build();

    assertThat(advice(stdlib, Recording.USUAL, USER_AND_LIBRARY))
        .isEqualTo(advice(stdlib, Recording.USUAL, Map.of(Scope.USER, 3)))
        .isEqualTo(
            "no event of scope stdlib was kept, since the trace was recorded with --scope user; "
                + "record it with --scope stdlib");
    assertThat(advice(Recording.USUAL, Recording.USUAL, Map.of()))
        .endsWith("the deepest frame was the program's <module>; record it with --module-level");
    assertThat(advice(Recording.USUAL, Recording.USUAL, Map.of(Scope.STDLIB, 41)))
        .endsWith("did; record it with --scope all, or --root DIR for the directory of your code");
    assertThat(advice(Recording.USUAL, Recording.USUAL, USER_AND_LIBRARY))
        .endsWith("ran; record it with --scope all --module-level");
  }

  @Test
  void whatTheTraceHasIsOneOptionAway() {
    Recording all =
        Recording.USUAL.withModuleLevel(List.of()).toBuilder()
            .scopes(EnumSet.allOf(Scope.class))
            .build();

    assertThat(advice(Recording.USUAL, all, Map.of())).endsWith("; try --module-level");
    assertThat(advice(Recording.USUAL, all, Map.of(Scope.STDLIB, 41)))
        .contains("did; try --scope all");
    assertThat(advice(Recording.USUAL.toBuilder().cutoff(OptionalInt.of(7)).build(), all, Map.of()))
        .endsWith("; try --cutoff auto");
  }

  private static String advice(Recording choice, Recording recorded, Map<Scope, Integer> seen) {
    Ending ending = ending(Outcome.COMPLETED, "", OptionalInt.of(3), seen);
    return EmptyTraceAdvice.of(choice, recorded, ending, false);
  }

  @Test
  void noReasonToBeFound() {
    assertThat(advice(user(), USER_AND_LIBRARY))
        .isEqualTo(
            "no event was kept, though 3 user and 41 stdlib code objects ran; "
                + "try --scope all --module-level");
  }

  @Test
  void aProgramThatNeverBegan() {
    assertThat(
            EmptyTraceAdvice.of(
                user().recording(),
                ending(
                    Outcome.RAISED, "SyntaxError: invalid syntax", OptionalInt.empty(), Map.of()),
                false))
        .isEqualTo(
            "no event was kept: the program's <module> never began to run: "
                + "SyntaxError: invalid syntax");
    assertThat(
            EmptyTraceAdvice.of(
                user().recording(),
                ending(Outcome.NOT_FOUND, "No module named x", OptionalInt.empty(), Map.of()),
                false))
        .isEqualTo("nothing ran: No module named x");
  }

  @Test
  void aProgramThatDied() {
    assertThat(
            EmptyTraceAdvice.of(
                user().recording(),
                ending(Outcome.DIED, "killed by signal 9 (SIGKILL)", OptionalInt.of(3), Map.of()),
                false))
        .isEqualTo("no event was kept before the end: killed by signal 9 (SIGKILL)");
  }

  private static Choices user() {
    return Choices.all().scopes(Scope.USER);
  }

  private static String advice(Choices choice, Map<Scope, Integer> seen) {
    return EmptyTraceAdvice.of(
        choice.recording(), ending(Outcome.COMPLETED, "", OptionalInt.of(3), seen), false);
  }

  private static Ending ending(
      Outcome outcome, String detail, OptionalInt base, Map<Scope, Integer> seen) {
    return new Ending(
        outcome, OptionalInt.of(0), detail, TraceEvent.NO_TIME, base, seen, Optional.empty(), 0, 0);
  }
}
