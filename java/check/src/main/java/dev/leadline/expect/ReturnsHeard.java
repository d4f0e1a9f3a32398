package dev.leadline.expect;

import dev.leadline.event.CallEvent;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.ValueKind;
import dev.leadline.event.Values;
import dev.leadline.filter.Glob;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hears what functions return. A trace tells a yield as it tells a return; of a generator or
 * coroutine the last counts, behind which it did not go on.
 */
final class ReturnsHeard extends ValuesHeard {

  /** Generators that are alive beyond these are not looked at. */
  private static final int GENERATORS = 100_000;

  private record Generator(int process, int activation) {}

  private record Given(long call, String text, Code code, int lineno) {}

  private final Map<Frame, Long> open = new IdentityHashMap<>();
  private final Map<Generator, Long> numbers = new HashMap<>();
  private final Map<Generator, Given> last = new LinkedHashMap<>();

  ReturnsHeard(Functions functions, Glob value) {
    super(functions, value);
  }

  @Override
  void called(CallEvent call, long number) {
    Frame frame = call.frame();
    if (frame.activation() == Frame.NO_ACTIVATION) {
      open.put(frame, number);
      return;
    }
    Generator generator = new Generator(frame.thread().process(), frame.activation());
    Given before = last.remove(generator);
    if (!call.resumed()) {
      settle(before);
      if (numbers.size() < GENERATORS || numbers.containsKey(generator)) {
        numbers.put(generator, number);
      }
    }
  }

  @Override
  public void event(TraceEvent event) {
    super.event(event);
    if (event.kind() == EventKind.RETURN && isWanted(event.frame())) {
      raised(event.frame());
    }
  }

  @Override
  public void event(TraceEvent event, Values held) {
    boolean told =
        held.kind() == ValueKind.RETURN && !held.values().isEmpty() && isWanted(event.frame());
    if (told) {
      held.values().get(0).text().ifPresent(text -> returned(event, text));
    } else {
      event(event);
    }
  }

  /** It was left without a value: by an exception. */
  private void raised(Frame frame) {
    open.remove(frame);
    Generator generator = new Generator(frame.thread().process(), frame.activation());
    last.remove(generator);
    numbers.remove(generator);
  }

  private void returned(TraceEvent event, String text) {
    Frame frame = event.frame();
    Code code = frame.code();
    if (frame.activation() == Frame.NO_ACTIVATION) {
      Long call = open.remove(frame);
      heard(call == null ? calls() : call, text, code, event.lineno());
      return;
    }
    Generator generator = new Generator(frame.thread().process(), frame.activation());
    Long call = numbers.get(generator);
    if (call != null) {
      last.put(generator, new Given(call, text, code, event.lineno()));
    }
  }

  @Override
  public void end(Ending ending) {
    last.values().forEach(this::settle);
    last.clear();
  }

  private void settle(Given given) {
    if (given != null) {
      heard(given.call(), given.text(), given.code(), given.lineno());
    }
  }
}
