package dev.leadline.event;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is worked out once for each code object, and asked for at each call. A bounded number is
 * remembered: a program may make code without end.
 *
 * @param <V> what is worked out
 */
public final class CodeMap<V> {

  private static final int REMEMBERED = 50_000;

  /** A power of two. Codes have small numbers, so that those of most programs do not collide. */
  private static final int RECENT = 1 << 9;

  private final Function<Code, V> work;
  private final Map<Code, V> known = new IdentityHashMap<>();
  private final Code[] recent = new Code[RECENT];
  private final Object[] values = new Object[RECENT];

  /** A map of what {@code work} makes of a code object, which is not null. */
  public CodeMap(Function<Code, V> work) {
    this.work = work;
  }

  /** What was made of a code object, the same instance as long as it is remembered. */
  @SuppressWarnings("unchecked")
  public V get(Code code) {
    int place = code.id() & RECENT - 1;
    if (recent[place] != code) {
      values[place] = remembered(code);
      recent[place] = code;
    }
    return (V) values[place];
  }

  private V remembered(Code code) {
    V value = known.get(code);
    if (value == null) {
      value = work.apply(code);
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      known.put(code, value);
    }
    return value;
  }
}
