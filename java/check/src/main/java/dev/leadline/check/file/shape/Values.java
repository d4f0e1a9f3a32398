package dev.leadline.check.file.shape;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of a mapping whose keys are known. */
public final class Values {

  /**
   * A value.
   *
   * @param cursor where it stands
   */
  public record At<T>(T value, Cursor cursor) {}

  /** By identity, since keys are constants, and the hash of one would be that of all below. */
  private final Map<Key<?>, At<?>> values = new IdentityHashMap<>();

  private final Set<Key<?>> wrong = Collections.newSetFromMap(new IdentityHashMap<>());

  <T> void put(Key<T> key, T value, Cursor cursor) {
    values.put(key, new At<>(value, cursor));
  }

  /** Notes that a key is given, with a value that is wrong. */
  void wrong(Key<?> key) {
    wrong.add(key);
  }

  /** Whether a key is given with a value that is wrong. */
  public boolean isWrong(Key<?> key) {
    return wrong.contains(key);
  }

  /** The value of a key, where it is given and right. */
  public <T> Optional<T> get(Key<T> key) {
    return at(key).map(At::value);
  }

  /** The value of a key, with its place. */
  @SuppressWarnings("unchecked") // put takes none that is not its key's
  public <T> Optional<At<T>> at(Key<T> key) {
    return Optional.ofNullable((At<T>) values.get(key));
  }

  /** These, and those of {@code others} for keys that are not among these. */
  public Values over(Values others) {
    Values all = new Values();
    all.values.putAll(others.values);
    all.values.putAll(values);
    all.wrong.addAll(others.wrong);
    all.wrong.removeAll(values.keySet());
    all.wrong.addAll(wrong);
    return all;
  }
}
