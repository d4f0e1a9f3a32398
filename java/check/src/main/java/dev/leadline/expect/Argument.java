package dev.leadline.expect;

import dev.leadline.event.EventSink;
import dev.leadline.event.Recording;
import dev.leadline.event.ValueKind;
import dev.leadline.execution.Execution;
import dev.leadline.filter.Glob;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
    return RecordedValues.with(base, ValueKind.ARGS);
  }

  @Override
  public Optional<EventSink> listener() {
    return Optional.of(new ArgumentsHeard(new Functions(function), name, value));
  }

  @Override
  public Verdict judge(Shown shown) {
    if (!(shown.heardBy(this).orElse(null) instanceof ArgumentsHeard heard)) {
      return Verdict.unknown("the values of the run were not recorded");
    }
    if (heard.calls() == 0) {
      return Completeness.required(
          shown.execution(),
          Finding.missing(
              shown.execution(), function, "not called, expected " + name + " to be " + value));
    }
    if (heard.values() == 0) {
      return missing(shown.execution(), heard);
    }
    return new ValueVerdict(function, "got " + name, value, quantifier)
        .of(heard, shown.execution());
  }

  private Verdict missing(Execution execution, ArgumentsHeard heard) {
    String message = "there is no argument " + name + ", expected it to be " + value;
    String others = String.join(", ", new TreeSet<>(heard.others()));
    Optional<Place> spot =
        new Functions(function)
            .in(execution).stream()
                .findFirst()
                .flatMap(one -> Spots.of(one, execution.facts().header()));
    return Verdict.fails(others.isEmpty() ? message : message + "; there is " + others)
        .with(List.of(), spot);
  }
}
