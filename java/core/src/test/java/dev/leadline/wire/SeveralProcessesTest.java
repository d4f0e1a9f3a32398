package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.event.Ending.Outcome;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceRecord.ProcessEnd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeveralProcessesTest {

  private static final String PARENT =
      Traces.HEADER + Traces.THREAD + Traces.code(1, "main", 3, false);

  private static final String CHILD =
      Traces.child(1, 4712, "fork", 4711)
          + Traces.THREAD.replace("MainThread", "forked")
          + Traces.code(1, "work", 20, false);

  private final Ended ended = new Ended();

  @Test
  void eachHasItsOwnThreadsCodesAndStacks() throws IOException {
    SinkLog log = new SinkLog();

    Traces.read(
        PARENT
            + Traces.events("[\"call\",1,1,3,4,1]")
            + CHILD
            + Traces.events(0, 50, "[\"call\",1,1,20,9,0]")
            + Traces.process(0)
            + Traces.events("4")
            + Traces.process(1)
            + Traces.events(0, 60, "21,[\"return\",21,2]")
            + Traces.process(0)
            + Traces.events(0, 70, "[\"return\",5,3]"),
        log);

    assertThat(log.lines())
        .containsExactly(
            "call main:3 4/1 @1",
            "call work:20 9/0 @51",
            "line main:4 4/1",
            "line work:21 9/0",
            "return work:21 9/0 @62",
            "return main:5 4/1 @73");
    TraceEvent ofChild = log.events().get(3);
    assertThat(ofChild.frame().thread().process()).isEqualTo(1);
    assertThat(ofChild.frame().thread().pid()).isEqualTo(4712);
    assertThat(ofChild.frame().thread().name()).isEqualTo("forked");
    assertThat(log.notices()).isEmpty();
  }

  @Test
  void saysWhereAProcessComesFrom() throws IOException {
    read(PARENT + CHILD + Traces.child(2, 4713, "spawn", 4712) + Traces.END);

    assertThat(ended.processes.get(1).origin()).isEqualTo(Header.Origin.FORK);
    assertThat(ended.processes.get(1).parent()).hasValue(4711);
    assertThat(ended.processes.get(2).origin()).isEqualTo(Header.Origin.SPAWN);
    assertThat(ended.header.origin()).isEqualTo(Header.Origin.START);
    assertThat(ended.header.parent()).isEmpty();
  }

  @Test
  void aChildMayOutliveItsParent() throws IOException {
    Ending ending =
        read(
            PARENT
                + CHILD
                + Traces.process(0)
                + Traces.END
                + Traces.process(1)
                + Traces.events(0, 500, "[\"call\",1,1,20,9,0],[\"return\",21,2]")
                + Traces.END.replace("completed", "raised")
                + Traces.exit(0, false));

    assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(ended.endings.get(1).outcome()).isEqualTo(Outcome.RAISED);
    assertThat(ended.order).containsExactly("1", "trace");
    assertThat(ended.events).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "_exit, 3, LEFT, left by os._exit, 3",
    "exec, /bin/ls, LEFT, became /bin/ls by exec,",
    "abort, '', DIED, aborted,"
  })
  void saysHowAProcessLeft(String how, String detail, Outcome outcome, String words, Integer status)
      throws IOException {
    read(PARENT + CHILD + Traces.leaving(how, detail) + Traces.process(0) + Traces.END);

    Ending ending = ended.endings.get(1);
    assertThat(ending.outcome()).isEqualTo(outcome);
    assertThat(ending.detail()).isEqualTo(words);
    assertThat(ending.status().isPresent()).isEqualTo(status != null);
    ending.status().ifPresent(known -> assertThat(known).isEqualTo(status));
  }

  @Test
  void aProcessThatGoesOnHasNotLeft() throws IOException {
    Ending ending =
        read(
            PARENT
                + Traces.leaving("exec", "/no/such")
                + Traces.events("[\"call\",1,1,3,4,1]")
                + Traces.exit(137, false));

    assertThat(ending.outcome()).isEqualTo(Outcome.DIED);
    assertThat(ending.detail()).startsWith("killed by signal 9 (SIGKILL); last event");
  }

  @Test
  void theProgramItselfCanLeave() throws IOException {
    Ending ending = read(PARENT + Traces.leaving("_exit", "3") + Traces.exit(3, false));

    assertThat(ending.outcome()).isEqualTo(Outcome.LEFT);
    assertThat(ending.detail()).isEqualTo("left by os._exit");
    assertThat(ending.status()).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource({"false, DIED, its stream ended without a word", "true, TIMED_OUT, stopped when its"})
  void aSilentEndIsAsTheProgramsExitTells(boolean timedOut, Outcome outcome, String words)
      throws IOException {
    read(PARENT + CHILD + Traces.exit(143, timedOut));

    assertThat(ended.endings.get(1).outcome()).isEqualTo(outcome);
    assertThat(ended.endings.get(1).detail()).startsWith(words);
  }

  @Test
  void theExitOfAKilledProcessIsItsOwn() throws IOException {
    String killed = Traces.killed(1, "too many");
    Ending ending = read(PARENT + CHILD + killed + Traces.process(0) + Traces.END);

    assertThat(ended.endings.get(1).outcome()).isEqualTo(Outcome.DIED);
    assertThat(ended.endings.get(1).status()).hasValue(137);
    assertThat(ended.endings.get(1).detail()).isEqualTo("too many");
    assertThat(ending.status()).isEmpty();
    assertThat(ending.malformedLines()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "4712, 50, 'ended by its parent (SIGTERM)', 143",
    "4712, 2000000000, 'its stream ended without a word; last event', ",
    "4799, 50, 'its stream ended without a word; last event', "
  })
  void anEndingSignalFromTheParentIsTheEndOfAProcessThatReportsNoneAndDoesNotGoOn(
      int receiver, long latestNs, String words, Integer status) throws IOException {
    read(
        PARENT
            + Traces.signalled(receiver, 15, 40)
            + CHILD
            + Traces.events(0, latestNs, "[\"call\",1,1,20,9,0]")
            + Traces.process(0)
            + Traces.END
            + Traces.exit(0, false));

    Ending ending = ended.endings.get(1);
    assertThat(ending.outcome()).isEqualTo(Outcome.DIED);
    assertThat(ending.detail()).startsWith(words);
    assertThat(ending.status().isPresent()).isEqualTo(status != null);
    ending.status().ifPresent(known -> assertThat(known).isEqualTo(status));
  }

  @Test
  void anEndingSignalThatAProcessHandlesLeavesItsEndAsItSays() throws IOException {
    read(PARENT + CHILD + Traces.END + Traces.process(0) + Traces.signalled(4712, 15, 1));

    assertThat(ended.endings.get(1).outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(ended.endings.get(1).status()).isEmpty();
  }

  @Test
  void aForkServerStandsBetweenAParentAndItsProcess() throws IOException {
    read(
        PARENT
            + CHILD
            + Traces.child(2, 4713, "fork", 4712)
            + Traces.process(0)
            + Traces.signalled(4713, 9, 1)
            + Traces.process(2)
            + Traces.signalled(4712, 15, 1)
            + Traces.process(0)
            + Traces.exit(0, false));

    assertThat(ended.endings.get(1).detail()).isEqualTo("ended by process 4713 (SIGTERM)");
    assertThat(ended.endings.get(2).detail()).isEqualTo("ended by its parent (SIGKILL)");
  }

  @Test
  void aProcessThatLeftBeforeItWasKilledHasLeft() throws IOException {
    read(PARENT + CHILD + Traces.leaving("_exit", "3") + Traces.killed(1, "too many"));

    assertThat(ended.endings.get(1).outcome()).isEqualTo(Outcome.LEFT);
    assertThat(ended.endings.get(1).status()).hasValue(3);
  }

  @Test
  void withoutAnyExitTheStreamIsCut() throws IOException {
    read(PARENT + CHILD);

    assertThat(ended.endings.get(1).outcome()).isEqualTo(Outcome.CUT);
  }

  @Test
  void theExitIsTheProgramsWhereverItStands() throws IOException {
    Ending ending = read(PARENT + Traces.END + CHILD + Traces.END + Traces.exit(5, false));

    assertThat(ending.status()).hasValue(5);
    assertThat(ended.endings.get(1).status()).isEmpty();
  }

  @Test
  void recordsOfAProcessWithoutAHeaderAreDamage() throws IOException {
    Ending ending =
        read(
            PARENT
                + Traces.process(7)
                + Traces.THREAD
                + Traces.events("5")
                + Traces.HEADER.replace("\"protocol\":1", "\"protocol\":9")
                + Traces.process(0)
                + Traces.HEADER
                + Traces.END);

    assertThat(ending.malformedLines()).isEqualTo(4);
    assertThat(ending.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(ended.processes).isEmpty();
  }

  @Test
  void answersToASignalMeanNothingMore() throws IOException {
    Ending ending = read(PARENT + Traces.flushed(99120) + Traces.END);

    assertThat(ending.unknownRecords()).isZero();
    assertThat(ending.malformedLines()).isZero();
  }

  @Test
  void ofManyProcessesTheEarlyEndsAreReportedBeforeTheEnd() throws IOException {
    StringBuilder trace = new StringBuilder(PARENT);
    for (int number = 1; number <= 300; number++) {
      trace.append(Traces.child(number, 5000 + number, "fork", 4711));
      trace.append(Traces.leaving("_exit", "0"));
    }
    trace.append(Traces.process(0)).append(Traces.events("[\"call\",1,1,3,4,1]"));

    read(trace + Traces.END);

    assertThat(ended.endings).hasSize(300);
    assertThat(ended.endings.values()).allMatch(ending -> ending.outcome() == Outcome.LEFT);
    assertThat(ended.beforeFirstEvent).isEqualTo(300 - 256);
  }

  private Ending read(String trace) throws IOException {
    return Traces.read(trace, ended);
  }

  /** Keeps how processes end. */
  private static final class Ended implements EventSink {
    private final Map<Integer, Header> processes = new TreeMap<>();
    private final Map<Integer, Ending> endings = new TreeMap<>();
    private final List<String> order = new ArrayList<>();
    private Header header;
    private int events;
    private int beforeFirstEvent;

    @Override
    public void header(Header header) {
      this.header = header;
    }

    @Override
    public void record(TraceRecord record) {
      if (record instanceof ProcessBegin begin) {
        processes.put(begin.process().number(), begin.process().header());
      } else if (record instanceof ProcessEnd end) {
        endings.put(end.process().number(), end.ending());
        order.add(Integer.toString(end.process().number()));
      }
    }

    @Override
    public void event(TraceEvent event) {
      beforeFirstEvent = events == 0 ? endings.size() : beforeFirstEvent;
      events++;
    }

    @Override
    public void end(Ending ending) {
      order.add("trace");
    }
  }
}
