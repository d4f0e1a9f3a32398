package dev.leadline.expect;

import dev.leadline.event.EventSink;
import dev.leadline.event.Recording;
import dev.leadline.event.ValueKind;
import dev.leadline.execution.Execution;
import dev.leadline.filter.Glob;
import java.util.Locale;
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
    return RecordedValues.with(base, ValueKind.RETURN);
  }

  @Override
  public Optional<EventSink> listener() {
    return Optional.of(new ReturnsHeard(new Functions(function), value));
  }

  @Override
  public Verdict judge(Shown shown) {
    if (!(shown.heardBy(this).orElse(null) instanceof ReturnsHeard heard)) {
      return Verdict.unknown("the values of the run were not recorded");
    }
    Execution execution = shown.execution();
    if (heard.calls() == 0) {
      return Completeness.required(
          execution,
          Finding.missing(execution, function, "not called, expected it to return " + value));
    }
    if (heard.values() == 0) {
      return Completeness.required(
          execution,
          Verdict.fails(Wording.called(heard.calls()) + " and never returned, expected " + value));
    }
    return new ValueVerdict(function, "returned", value, quantifier).of(heard, execution);
  }
}
