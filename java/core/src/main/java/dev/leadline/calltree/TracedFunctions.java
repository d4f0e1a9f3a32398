package dev.leadline.calltree;

import dev.leadline.event.Code;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The one {@link TracedFunction} of each code object. */
final class TracedFunctions {

  private final Map<Code, TracedFunction> byCode = new IdentityHashMap<>();
  private final Map<TracedFunction, TracedFunction> known = new HashMap<>();

  TracedFunction of(Code code) {
    TracedFunction function = byCode.get(code);
    if (function == null) {
      TracedFunction made = TracedFunction.of(code);
      function = known.computeIfAbsent(made, key -> key);
      byCode.put(code, function);
    }
    return function;
  }
}
