package dev.leadline.filter;

import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Notice;
import dev.leadline.event.Scope;
import dev.leadline.event.SecretNames;
import dev.leadline.event.TraceEvent;
import dev.leadline.wire.SinkLog;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Filters on traces of several threads and processes, and of values. */
class FilteredProcessesTest {

  private static final String BLIND =
      "{\"record\":\"blind\",\"thread\":%d,\"reason\":\"unknown\",\"from_ns\":1,\"to_ns\":2}\n";

  private static final String TRACE =
      Traces.HEADER.replace(
              "\"max_events\":null",
              "\"max_events\":null,\"values\":[\"args\",\"locals\",\"return\"],\"redact\":[\"*key\"]")
          + Traces.THREAD
          + Traces.thread(1, "worker")
          + Traces.code(0, "<module>", 1, true)
          + Traces.code(1, "main", 20, false)
          + Traces.code(2, "dumps", 30, "stdlib", false)
          + Traces.events(
              "[\"call\",0,1,1,3,0],[\"call\",1,1],[\"args\",{\"a\":\"1\"}],[\"call\",2,1],31,"
                  + "[\"locals\",{\"x\":\"1\"}]")
          + Traces.events(1, 5, "[\"call\",1,1,20,1,0],[\"return\",22,1],[\"value\",\"2\"]")
          + BLIND.formatted(1)
          + Traces.child(1, 4712, "fork", 4711)
              .replace("\"cwd\":\"/home/me/project\"", "\"cwd\":\"/elsewhere\"")
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.code(5, "child", 40, false).replace("/home/me/project/app.py", "app.py")
          + Traces.stack(0, "[0,3,0],[5,4,1]")
          + Traces.events(0, 9, line(41) + returned(42, 1))
          + Traces.leaving("_exit", "0")
          + Traces.process(0)
          + Traces.events(0, 9, returned(32, 1) + returned(23, 1) + returned(2, 1))
          + Traces.END;

  private final SinkLog log = new SinkLog();

  @Test
  void autoKeepsTheUsersFramesAtAnyDepthWhereTheModuleDoesNotStand() throws IOException {
    filter(Choices.all().scopes(Scope.USER));

    assertThat(log.lines())
        .containsExactly(
            "call main:20 4/1 @2",
            "call main:20 1/0 @6",
            "return main:22 1/0 @7",
            "line child:41 4/1",
            "return child:42 4/1 @10",
            "return main:23 4/1 @11");
  }

  @Test
  void aNumberIsTheSameOnEveryStack() throws IOException {
    filter(Choices.all().cutoff(4));

    assertThat(log.lines())
        .containsExactly("call dumps:30 5/2 @3", "line dumps:31 5/2", "return dumps:32 5/2 @10");
  }

  @Test
  void stacksHoldWhatIsKeptAlone() throws IOException {
    filter(Choices.all().scopes(Scope.USER));

    assertThat(log.stacks()).hasSize(1);
    assertThat(log.stacks().get(0))
        .extracting(frame -> frame.code().function())
        .containsExactly("child");
    Frame ofLine = log.events().get(3).frame();
    assertThat(log.stacks().get(0).get(0)).isSameAs(ofLine);
  }

  @Test
  void relativeFilesAreRelativeToTheirOwnProcess() throws IOException {
    filter(Choices.all().scopes(Scope.USER).roots("/elsewhere"));

    assertThat(functions()).containsOnly("child");
  }

  @Test
  void valuesThatAreNotWantedAreLeftOutAndTheirEventsAreNot() throws IOException {
    Traces.read(
        TRACE,
        new FilterSink(
            Choices.all().recording().withValues(Set.of(ValueKind.RETURN), List.of()), log));

    assertThat(log.records())
        .filteredOn(line -> line.startsWith("values"))
        .singleElement()
        .asString()
        .startsWith("values RETURN");
    assertThat(log.events()).hasSize(9);
    assertThat(log.header().recording().values()).containsExactly(ValueKind.RETURN);
    assertThat(log.header().recording().redact()).containsExactly("*key");
  }

  @Test
  void oneThreadOfOneProcessCanBeTakenOut() throws IOException {
    Traces.read(TRACE, new StackFilter(OptionalInt.of(0), OptionalInt.of(1), log));

    assertThat(log.lines()).containsExactly("call main:20 1/0 @6", "return main:22 1/0 @7");
    assertThat(log.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.GAP);
    assertThat(log.records()).noneMatch(line -> line.contains("4712"));
    assertThat(log.endings()).hasSize(1);
  }

  @Test
  void oneProcessCanBeTakenOut() throws IOException {
    Traces.read(TRACE, new StackFilter(OptionalInt.of(1), OptionalInt.empty(), log));

    assertThat(functions()).containsOnly("child");
    assertThat(log.notices()).isEmpty();
    assertThat(log.records())
        .anyMatch(line -> line.startsWith("process "))
        .anyMatch(line -> line.startsWith("leaving 1"))
        .anyMatch(line -> line.startsWith("end of 1"));
  }

  @Test
  void theNamesOfSecretsCanBeReadAsGlobs() {
    assertThat(SecretNames.GLOBS)
        .doesNotHaveDuplicates()
        .allSatisfy(glob -> assertThat(Glob.compile(glob).toString()).isLowerCase());
    for (String secret :
        List.of(
            "password",
            "db_password",
            "passwd",
            "api_key",
            "apikey",
            "x-api-key",
            "key",
            "aws_secret_access_key",
            "token",
            "access_token",
            "authorization",
            "set-cookie",
            "session_id",
            "passphrase",
            "user_pwd",
            "client_secret",
            "private_key",
            "credentials")) {
      assertThat(SecretNames.GLOBS).as(secret).anyMatch(glob -> Glob.compile(glob).matches(secret));
    }
    for (String harmless :
        List.of("name", "n", "keyword", "monkey", "keys", "path", "bypass", "author", "cwd")) {
      assertThat(SecretNames.GLOBS)
          .as(harmless)
          .noneMatch(glob -> Glob.compile(glob).matches(harmless));
    }
  }

  private void filter(Choices choice) throws IOException {
    Traces.read(TRACE, new FilterSink(choice.recording(), log));
  }

  private List<String> functions() {
    return log.events().stream()
        .map(TraceEvent::frame)
        .map(frame -> frame.code().function())
        .toList();
  }
}
