package dev.leadline.wire;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The words that the wire has for the constants of an enum. */
public final class Names<E extends Enum<E>> {

  private final Class<E> type;
  private final Map<String, E> byName = new HashMap<>();

  private Names(Class<E> type) {
    this.type = type;
  }

  public static <E extends Enum<E>> Names<E> of(Class<E> type, Function<E, String> name) {
    Names<E> names = new Names<>(type);
    for (E constant : type.getEnumConstants()) {
      names.byName.put(name.apply(constant), constant);
    }
    return names;
  }

  public Optional<E> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Those that are known; a later version may write words that this one has not. */
  Set<E> known(Collection<String> words) {
    Set<E> constants = EnumSet.noneOf(type);
    words.forEach(word -> find(word).ifPresent(constants::add));
    return constants;
  }
}
