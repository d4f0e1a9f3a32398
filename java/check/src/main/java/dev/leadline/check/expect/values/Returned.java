package dev.leadline.check.expect.values;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Finding;
import dev.leadline.check.expect.Functions;
import dev.leadline.check.expect.Quantifier;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Wording;
import dev.leadline.check.expect.calls.Calls;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.execution.Execution;
import dev.leadline.filter.Glob;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Functions return such values, as the texts that a trace has of them. A function has to be called,
 * and to return, for it to hold. A yield is no return; of a generator or coroutine that which it
 * gave last counts, so that one which is given up on the way seems to return what it yielded last.
 */
public final class Returned implements EachByItself {

  private final Glob function;
  private final Glob value;
  private final Quantifier quantifier;

  /**
   * One about these functions.
   *
   * @param function see {@link Calls}
   * @param value for the whole text: {@code 42}, {@code 'it*'}
   */
  public Returned(Glob function, Glob value, Quantifier quantifier) {
    this.function = Objects.requireNonNull(function, "function");
    this.value = Objects.requireNonNull(value, "value");
    this.quantifier = Objects.requireNonNull(quantifier, "quantifier");
  }

  @Override
  public String title() {
    return "returns: " + function + " " + quantifier.name().toLowerCase(Locale.ROOT) + " " + value;
  }

  @Override
  public Recording recording(Recording base) {
    return ValueVerdict.recording(base, ValueKind.RETURN);
  }

  @Override
  public Optional<EventSink> listener() {
    return Optional.of(new ReturnCollector(new Functions(function), value));
  }

  @Override
  public Verdict judge(Shown shown) {
    if (!(shown.listenerOf(this).orElse(null) instanceof ReturnCollector collected)) {
      return Verdict.unknown("the values of the run were not recorded");
    }
    Execution execution = shown.execution();
    if (collected.calls() == 0) {
      return Completeness.required(
          execution,
          Finding.missing(execution, function, "not called, expected it to return " + value));
    }
    if (collected.values() == 0) {
      return Completeness.required(
          execution,
          Verdict.fails(
              Wording.called(collected.calls()) + " and never returned, expected " + value));
    }
    return new ValueVerdict(function, "returned", value, quantifier).of(collected, execution);
  }

  /**
   * Hears what functions return. A trace tells a yield as it tells a return; of a generator or
   * coroutine the last counts, behind which it did not go on.
   */
  private static final class ReturnCollector extends ValueCollector {

    /** Generators that are alive beyond these are not looked at. */
    private static final int GENERATORS = 100_000;

    private record Generator(int process, int activation) {}

    private record Given(long call, String text, Code code, int lineno) {}

    private final Map<Frame, Long> open = new IdentityHashMap<>();
    private final Map<Generator, Long> numbers = new HashMap<>();
    private final Map<Generator, Given> last = new LinkedHashMap<>();

    ReturnCollector(Functions functions, Glob value) {
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
        Optional<FrameValues> given = event.values().filter(held -> !held.values().isEmpty());
        if (given.isPresent()) {
          given.get().values().get(0).text().ifPresent(text -> returned(event, text));
        } else {
          raised(event.frame());
        }
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
        collect(call == null ? calls() : call, text, code, event.lineno());
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
        collect(given.call(), given.text(), given.code(), given.lineno());
      }
    }
  }
}
