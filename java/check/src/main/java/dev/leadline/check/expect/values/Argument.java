package dev.leadline.check.expect.values;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Finding;
import dev.leadline.check.expect.Functions;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Quantifier;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.calls.Calls;
import dev.leadline.event.EventSink;
import dev.leadline.event.FrameValues;
import dev.leadline.event.FrameValues.Named;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.execution.Execution;
import dev.leadline.filter.Glob;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Functions are called with such values of one argument, as the texts that a trace has of them. A
 * function has to be called for it to hold.
 */
public final class Argument implements EachByItself {

  private final Glob function;
  private final String name;
  private final Glob value;
  private final Quantifier quantifier;

  /**
   * One about these functions.
   *
   * @param function see {@link Calls}
   * @param name of the argument, as the function has it, without stars
   * @param value for the whole text: {@code 42}, {@code 'it*'}
   */
  public Argument(Glob function, String name, Glob value, Quantifier quantifier) {
    this.function = Objects.requireNonNull(function, "function");
    this.name = Objects.requireNonNull(name, "name");
    this.value = Objects.requireNonNull(value, "value");
    this.quantifier = Objects.requireNonNull(quantifier, "quantifier");
  }

  @Override
  public String title() {
    return "args: "
        + function
        + " "
        + name
        + " "
        + quantifier.name().toLowerCase(Locale.ROOT)
        + " "
        + value;
  }

  @Override
  public Recording recording(Recording base) {
    return ValueVerdict.recording(base, ValueKind.ARGS);
  }

  @Override
  public Optional<EventSink> listener() {
    return Optional.of(new ArgumentCollector(new Functions(function), name, value));
  }

  @Override
  public Verdict judge(Shown shown) {
    if (!(shown.listenerOf(this).orElse(null) instanceof ArgumentCollector collected)) {
      return Verdict.unknown("the values of the run were not recorded");
    }
    if (collected.calls() == 0) {
      return Completeness.required(
          shown.execution(),
          Finding.missing(
              shown.execution(), function, "not called, expected " + name + " to be " + value));
    }
    if (collected.values() == 0) {
      return missing(shown.execution(), collected);
    }
    return new ValueVerdict(function, "got " + name, value, quantifier)
        .of(collected, shown.execution());
  }

  private Verdict missing(Execution execution, ArgumentCollector collected) {
    String message = "there is no argument " + name + ", expected it to be " + value;
    String others = String.join(", ", new TreeSet<>(collected.others()));
    Optional<Place> spot =
        new Functions(function)
            .in(execution).stream()
                .findFirst()
                .flatMap(one -> Spots.of(one, execution.facts().header()));
    return Verdict.fails(others.isEmpty() ? message : message + "; there is " + others)
        .with(List.of(), spot);
  }

  /** Collects one argument of functions. */
  private static final class ArgumentCollector extends ValueCollector {

    private static final int NAMES = 20;

    private final String name;
    private final Set<String> others = new LinkedHashSet<>();

    ArgumentCollector(Functions functions, String name, Glob value) {
      super(functions, value);
      this.name = name;
    }

    @Override
    void called(CallEvent call, long number) {}

    @Override
    public void event(TraceEvent event) {
      super.event(event);
      Optional<FrameValues> values = event.values().filter(held -> held.kind() == ValueKind.ARGS);
      if (values.isPresent() && isWanted(event.frame())) {
        values.get().values().forEach(one -> argument(event, one));
      }
    }

    private void argument(TraceEvent event, Named one) {
      if (!one.name().equals(name)) {
        if (others.size() < NAMES) {
          others.add(one.name());
        }
        return;
      }
      one.text().ifPresent(text -> collect(calls(), text, event.frame().code(), event.lineno()));
    }

    /** Names of other arguments. */
    Set<String> others() {
      return Set.copyOf(others);
    }
  }
}
