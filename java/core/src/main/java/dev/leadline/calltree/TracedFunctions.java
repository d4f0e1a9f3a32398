package dev.leadline.calltree;

import dev.leadline.event.Code;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The one {@link TracedFunction} of each code object. Beyond a bound, new functions are {@link
 * TracedFunction#OTHER}.
 */
final class TracedFunctions {

  private static final int FUNCTIONS = 50_000;
  private static final int REMEMBERED = 50_000;

  private final Map<Code, TracedFunction> byCode = new IdentityHashMap<>();
  private final Map<TracedFunction, TracedFunction> known = new HashMap<>();

  TracedFunction of(Code code) {
    TracedFunction function = byCode.get(code);
    if (function == null) {
      function = intern(TracedFunction.of(code));
      if (byCode.size() == REMEMBERED) {
        byCode.clear();
      }
      byCode.put(code, function);
    }
    return function;
  }

  private TracedFunction intern(TracedFunction made) {
    return known.size() < FUNCTIONS
        ? known.computeIfAbsent(made, key -> key)
        : known.getOrDefault(made, TracedFunction.OTHER);
  }
}
