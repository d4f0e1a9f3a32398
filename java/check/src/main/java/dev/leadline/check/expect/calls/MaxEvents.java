package dev.leadline.check.expect.calls;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Wording;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The run makes at most N call, line, return and exception events, of what its filters keep: a
 * measure of its work that does not hang on the machine.
 */
public final class MaxEvents implements EachByItself {

  private static final int FUNCTIONS = 5;

  private final long most;

  public MaxEvents(long most) {
    this.most = most;
    if (most < 0) {
      throw new IllegalArgumentException("a number of events is not negative: " + most);
    }
  }

  @Override
  public String title() {
    return "at most " + Wording.count(most, "event");
  }

  @Override
  public Recording recording(Recording base) {
    return base.withEvents(EnumSet.complementOf(EnumSet.of(EventKind.OPCODE)));
  }

  @Override
  public Optional<EventSink> listener() {
    return Optional.of(new Counter());
  }

  @Override
  public Verdict judge(Shown shown) {
    if (!(shown.listenerOf(this).orElse(null) instanceof Counter collected)) {
      return Verdict.unknown("the events of the run were not counted");
    }
    if (collected.events <= most) {
      return Completeness.required(shown.execution(), Verdict.holds());
    }
    String message = Wording.count(collected.events, "event") + ", expected at most " + most;
    return Verdict.fails(message)
        .with(collected.busiest(shown.execution().facts().header()), Optional.empty());
  }

  private static final class Counter implements EventSink {

    private static final int REMEMBERED = 50_000;

    /** Of a function in all processes, and in all of its code objects. */
    private record Name(String qualname, String file, int firstlineno) {}

    private final Map<Name, Long> byFunction = new HashMap<>();
    private long events;
    private Code latest;
    private long ofLatest;

    @Override
    public void header(Header header) {}

    @Override
    public void event(TraceEvent event) {
      Code code = event.frame().code();
      if (event.kind() == EventKind.OPCODE) {
        return;
      }
      events++;
      if (code != latest) {
        add();
        latest = code;
      }
      ofLatest++;
    }

    @Override
    public void end(Ending ending) {
      add();
    }

    private void add() {
      if (ofLatest > 0) {
        Name name = new Name(latest.qualname(), latest.file(), latest.firstlineno());
        if (byFunction.size() < REMEMBERED || byFunction.containsKey(name)) {
          byFunction.merge(name, ofLatest, Long::sum);
        }
        ofLatest = 0;
      }
    }

    List<String> busiest(Header header) {
      List<String> lines = new ArrayList<>();
      byFunction.entrySet().stream()
          .sorted(Map.Entry.<Name, Long>comparingByValue().reversed())
          .limit(FUNCTIONS)
          .forEach(
              each ->
                  lines.add(
                      "%,12d  %s  %s"
                          .formatted(
                              each.getValue(),
                              each.getKey().qualname(),
                              Spots.text(
                                  each.getKey().file(), each.getKey().firstlineno(), header))));
      return lines;
    }
  }
}
