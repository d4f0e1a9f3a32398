package dev.leadline.expect;

import dev.leadline.event.CallEvent;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.ValueKind;
import dev.leadline.event.Values;
import dev.leadline.event.Values.Named;
import dev.leadline.filter.Glob;
import java.util.LinkedHashSet;
import java.util.Set;

/** Hears one argument of functions. */
final class ArgumentsHeard extends ValuesHeard {

  private static final int NAMES = 20;

  private final String name;
  private final Set<String> others = new LinkedHashSet<>();

  ArgumentsHeard(Functions functions, String name, Glob value) {
    super(functions, value);
    this.name = name;
  }

  @Override
  void called(CallEvent call, long number) {}

  @Override
  public void event(TraceEvent event, Values held) {
    event(event);
    if (held.kind() == ValueKind.ARGS && isWanted(event.frame())) {
      held.values().forEach(one -> argument(event, one));
    }
  }

  private void argument(TraceEvent event, Named one) {
    if (!one.name().equals(name)) {
      if (others.size() < NAMES) {
        others.add(one.name());
      }
      return;
    }
    one.text().ifPresent(text -> heard(calls(), text, event.frame().code(), event.lineno()));
  }

  /** Names of other arguments. */
  Set<String> others() {
    return Set.copyOf(others);
  }
}
