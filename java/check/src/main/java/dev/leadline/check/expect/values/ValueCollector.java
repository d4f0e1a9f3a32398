package dev.leadline.check.expect.values;

import dev.leadline.check.expect.Functions;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.filter.Glob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Holds the values of some functions' calls against a glob, as they come. */
abstract class ValueCollector implements EventSink {

  /** What stands for a value that is not recorded since its name looks like a secret's. */
  private static final String REDACTED = "<redacted>";

  private static final int KEPT = 5;
  private static final int REMEMBERED = 50_000;

  /**
   * A value that is not as expected.
   *
   * @param call number of the call among those of the functions, from 1
   * @param lineno of the event that it came with
   */
  record Miss(long call, String text, Code code, int lineno) {}

  private final Functions functions;
  private final Glob value;
  private final Map<Code, Boolean> known = new IdentityHashMap<>();
  private final List<Miss> misses = new ArrayList<>();
  private long calls;
  private long values;
  private long missed;
  private long redacted;

  ValueCollector(Functions functions, Glob value) {
    this.functions = functions;
    this.value = value;
  }

  @Override
  public void header(Header header) {}

  @Override
  public void event(TraceEvent event) {
    if (event instanceof CallEvent call && isWanted(event.frame())) {
      if (!call.resumed()) {
        calls++;
      }
      called(call, calls);
    }
  }

  @Override
  public void end(Ending ending) {}

  /** A wanted function is entered; {@code number} is that of its call, unless it is resumed. */
  abstract void called(CallEvent call, long number);

  final boolean isWanted(Frame frame) {
    Boolean wanted = known.get(frame.code());
    if (wanted == null) {
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      wanted = functions.has(frame.code());
      known.put(frame.code(), wanted);
    }
    return wanted;
  }

  /** One of the values that this is about. */
  final void collect(long call, String text, Code code, int lineno) {
    values++;
    if (text.equals(REDACTED)) {
      redacted++;
    } else if (!value.matches(text)) {
      missed++;
      if (misses.size() < KEPT) {
        misses.add(new Miss(call, text, code, lineno));
      }
    }
  }

  long calls() {
    return calls;
  }

  long values() {
    return values;
  }

  long missed() {
    return missed;
  }

  long redacted() {
    return redacted;
  }

  /** The first that are not as expected, in the order of the calls. */
  List<Miss> misses() {
    return misses.stream().sorted(Comparator.comparingLong(Miss::call)).toList();
  }
}
