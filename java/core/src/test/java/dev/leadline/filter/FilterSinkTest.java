package dev.leadline.filter;

import static dev.leadline.event.EventKind.CALL;
import static dev.leadline.event.EventKind.EXCEPTION;
import static dev.leadline.event.EventKind.LINE;
import static dev.leadline.event.EventKind.RETURN;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.filter.Glob.BadGlobException;
import dev.leadline.wire.SinkLog;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterSinkTest {

  /** The program's module calls main, that calls the library's dumps, that calls back to hook. */
  private static final String UNENDED =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.code(1, "main", 20, false)
          + code(2, "/usr/lib/python3.12/json/__init__.py", "dumps", "json", "stdlib")
          + code(3, "shop/orders.py", "Order.hook", "shop.orders", "user")
          + Traces.events(
              call(0, 1, 1, 3, 0)
                  + call(1, 1)
                  + line(21)
                  + call(2, 1)
                  + call(3, 1)
                  + line(5)
                  + exception(5, "E", "")
                  + returned(5, 1)
                  + returned(184, 1)
                  + returned(22, 1)
                  + returned(30, 1));

  private static final String TRACE = UNENDED + Traces.END;

  private final SinkLog log = new SinkLog();

  @Test
  void autoLeavesOutTheModuleAndNothingElse() throws IOException {
    assertThat(functions(Choices.all())).containsExactly("main", "dumps", "Order.hook");
    assertThat(functions(Choices.all().moduleLevel()))
        .containsExactly("<module>", "main", "dumps", "Order.hook");
  }

  @Test
  void aModuleThatIsThereAsStructureAloneIsNotShownWhateverIsAsked() throws IOException {
    String unasked = TRACE.replace("\"module_level\":true", "\"module_level\":false");

    for (Choices wider : List.of(Choices.all().moduleLevel(), Choices.all().cutoff(1))) {
      SinkLog shown = new SinkLog();
      Traces.read(unasked, new FilterSink(wider.recording(), shown));
      assertThat(shown.lines()).isNotEmpty().noneMatch(line -> line.contains("<module>"));
    }
    String others = TRACE.replace("\"function\":[]", "\"function\":[\"main\"]");
    Traces.read(others, new FilterSink(Choices.all().moduleLevel().recording(), log));
    assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("<module>"));
  }

  @Test
  void aNumberLeavesOutWhatIsNotDeeper() throws IOException {
    assertThat(functions(Choices.all().cutoff(2)))
        .containsExactly("<module>", "main", "dumps", "Order.hook");
    assertThat(functions(Choices.all().cutoff(4))).containsExactly("dumps", "Order.hook");
    assertThat(functions(Choices.all().cutoff(6))).isEmpty();
  }

  @Test
  void levelsCountTheUsersFramesUnderAutoAndAllFramesUnderANumber() throws IOException {
    assertThat(functions(Choices.all().levels(1))).containsExactly("main");
    assertThat(functions(Choices.all().levels(2))).containsExactly("main", "dumps", "Order.hook");
    assertThat(functions(Choices.all().cutoff(3).levels(2))).containsExactly("main", "dumps");
  }

  @Test
  void scopesAreAsRecordedAndTheModuleIsTheUsers() throws IOException {
    assertThat(functions(Choices.all().scopes(Scope.STDLIB))).containsExactly("dumps");
    assertThat(functions(Choices.all().moduleLevel().scopes(Scope.USER)))
        .containsExactly("<module>", "main", "Order.hook");
  }

  @Test
  void rootsDecideAnewWhoseTheFilesAre() throws IOException {
    Choices user = Choices.all().scopes(Scope.USER);

    assertThat(functions(user.roots("/home/me/project"))).containsExactly("main", "Order.hook");
    assertThat(functions(user.roots("/home/me/project/shop"))).containsExactly("Order.hook");
    assertThat(functions(user.roots("/home/me/proj"))).isEmpty();
    assertThat(functions(user.roots("/usr/lib/python3.12/json"))).containsExactly("dumps");
    assertThat(functions(user.roots("/"))).containsExactly("main", "Order.hook");
    assertThat(functions(Choices.all().scopes(Scope.SITE).roots("/elsewhere")))
        .containsExactly("main", "Order.hook");
  }

  @Test
  void globsTryModuleFileBaseNameAndPathInTheRoot() throws IOException {
    for (String glob :
        List.of("shop.*", "shop/orders.py", "orders.py", "*/orders.[px]y", "[!aj_]*")) {
      assertThat(functions(Choices.all().include(glob))).as(glob).contains("Order.hook");
    }
    assertThat(functions(Choices.all().include("shop.*"))).containsExactly("Order.hook");
    assertThat(functions(Choices.all().include("app.py"))).containsExactly("main");
    assertThat(functions(Choices.all().include("json", "shop.orders")))
        .containsExactly("dumps", "Order.hook");
    assertThat(functions(Choices.all().exclude("json", "app.py"))).containsExactly("Order.hook");
    assertThat(functions(Choices.all().include("shop.*").exclude("orders.py"))).isEmpty();
  }

  @Test
  void functionGlobsTryNameAndQualifiedName() throws IOException {
    assertThat(functions(Choices.all().functions("hook"))).containsExactly("Order.hook");
    assertThat(functions(Choices.all().functions("Order.*"))).containsExactly("Order.hook");
    assertThat(functions(Choices.all().functions("Order"))).isEmpty();
  }

  @Test
  void kindsThatAreNotChosenAreLeftOutThoughTheyCarryTheStructure() throws IOException {
    filter(Choices.all().events(LINE, EXCEPTION));

    assertThat(log.events()).extracting(TraceEvent::kind).containsExactly(LINE, LINE, EXCEPTION);
  }

  @Test
  void theStructureStaysForASinkThatNeedsIt() throws IOException {
    FilterSink filter = FilterSink.keepingStructure(Choices.all().events(LINE).recording(), log);

    Traces.read(TRACE, filter);

    assertThat(log.events())
        .extracting(TraceEvent::kind)
        .containsExactly(CALL, LINE, CALL, CALL, LINE, RETURN, RETURN, RETURN);
    assertThat(filter.kept()).isEqualTo(2);
    assertThat(log.header().recording().events()).containsExactly(LINE);
  }

  @Test
  void stopsAfterTheLastEventThatIsWantedAndSaysSoOnce() throws IOException {
    String limit = Traces.limit(3, 1);
    FilterSink filter = new FilterSink(Choices.all().maxEvents(3).recording(), log);

    Traces.read(UNENDED + limit + Traces.END, filter);

    assertThat(log.events()).hasSize(3);
    assertThat(filter.kept()).isEqualTo(3);
    assertThat(log.notices())
        .containsExactly(
            new Notice(
                Notice.Kind.LIMIT,
                "the first 3 events are here; those that followed are left out"));
  }

  @Test
  void stopsWithinLinesThatFollowOneAnother() throws IOException {
    String trace =
        Traces.HEADER
            + Traces.THREAD
            + Traces.code(1, "main", 20, false)
            + Traces.events(
                call(1, 1, 20, 4, 1) + line(21) + line(22) + line(23) + line(24) + returned(24, 1))
            + Traces.END;

    for (int most = 1; most <= 5; most++) {
      SinkLog shown = new SinkLog();
      FilterSink filter = new FilterSink(Choices.all().maxEvents(most).recording(), shown);
      Traces.read(trace, filter);
      assertThat(shown.lines()).hasSize(most);
      assertThat(filter.kept()).isEqualTo(most);
      assertThat(shown.notices()).hasSize(1);
    }
  }

  @Test
  void saysNothingOfALimitThatIsJustEnough() throws IOException {
    filter(Choices.all().maxEvents(9));

    assertThat(log.events()).hasSize(9);
    assertThat(log.notices()).isEmpty();
  }

  @Test
  void headerSaysWhatIsLeft() throws IOException {
    filter(Choices.all().scopes(Scope.USER, Scope.AGENT).events(CALL, LINE).levels(2).exclude("x"));

    Recording left = log.header().recording();
    assertThat(left.scopes()).containsExactly(Scope.USER);
    assertThat(left.events()).containsExactlyInAnyOrder(CALL, LINE);
    assertThat(left.levels()).hasValue(2);
    assertThat(left.exclude()).containsExactly("x");
    assertThat(left.roots()).containsExactly("/home/me/project");
    assertThat(left.moduleLevel()).isFalse();
  }

  @Test
  void aTraceOfFewerKindsStaysOne() throws IOException {
    String onlyLines =
        TRACE.replace(
            "\"events\":[\"call\",\"line\",\"return\",\"exception\",\"opcode\"]",
            "\"events\":[\"line\"]");

    Traces.read(onlyLines, new FilterSink(Choices.all().recording(), log));

    assertThat(log.events()).extracting(TraceEvent::kind).containsExactly(LINE, LINE);
  }

  @Test
  void refusesABadGlobBeforeAnythingIsRead() {
    Recording bad = Choices.all().exclude("[a").recording();

    assertThatThrownBy(() -> new FilterSink(bad, log)).isInstanceOf(BadGlobException.class);
  }

  private List<String> functions(Choices choice) throws IOException {
    log.events().clear();
    filter(choice);
    return log.events().stream().map(event -> event.frame().code().qualname()).distinct().toList();
  }

  private void filter(Choices choice) throws IOException {
    Traces.read(TRACE, new FilterSink(choice.recording(), log));
  }

  private static String code(int id, String file, String qualname, String module, String scope) {
    return Traces.code(id, qualname, 4, scope, false)
        .replace("/home/me/project/app.py", file)
        .replace("\"module\":\"__main__\"", "\"module\":\"" + module + "\"");
  }
}
