package dev.leadline.cli;

import dev.leadline.event.EventKind;
import dev.leadline.event.Scope;
import dev.leadline.event.ValueKind;
import dev.leadline.filter.BadGlobException;
import dev.leadline.filter.Glob;
import dev.leadline.filter.ScopeWords;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of the filter options are read; each says in its message what it takes. */
final class Converters {

  private Converters() {}

  /** A whole number that is not negative. */
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return (int) whole(text, Integer.MAX_VALUE);
    }
  }

  /** A whole number that is not negative, and may be very large. */
  static final class LongCount implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return whole(text, Long.MAX_VALUE);
    }
  }

  /** {@code auto}, which is empty, or a depth. */
  static final class Cutoff implements ITypeConverter<OptionalInt> {
    @Override
    public OptionalInt convert(String text) {
      return text.equals("auto")
          ? OptionalInt.empty()
          : OptionalInt.of((int) whole(text, Integer.MAX_VALUE));
    }
  }

  /** {@code user}, {@code all}, or several names of scopes with commas between them. */
  static final class Scopes implements ITypeConverter<Scopes.Chosen> {

    /** What one use of the option names. picocli would take a plain set apart. */
    record Chosen(Set<Scope> scopes) {}

    @Override
    public Chosen convert(String text) {
      Set<Scope> scopes = EnumSet.noneOf(Scope.class);
      parts(text, ScopeWords.MEANINGS.keySet())
          .forEach(word -> scopes.addAll(ScopeWords.MEANINGS.get(word)));
      return new Chosen(scopes);
    }
  }

  /** Several kinds of event with commas between them. */
  static final class Events implements ITypeConverter<Events.Chosen> {

    /** What one use of the option names. picocli would take a plain set apart. */
    record Chosen(Set<EventKind> kinds) {}

    private static final Map<String, EventKind> WORDS =
        byName(EventKind.values(), EventKind::pythonName);

    @Override
    public Chosen convert(String text) {
      Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
      parts(text, WORDS.keySet()).forEach(word -> kinds.add(WORDS.get(word)));
      return new Chosen(kinds);
    }
  }

  /** Several kinds of value with commas between them. */
  static final class Values implements ITypeConverter<Values.Chosen> {

    /** What one use of the option names. picocli would take a plain set apart. */
    record Chosen(Set<ValueKind> kinds) {}

    private static final Map<String, ValueKind> WORDS =
        byName(ValueKind.values(), ValueKind::wireName);

    @Override
    public Chosen convert(String text) {
      Set<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
      parts(text, WORDS.keySet()).forEach(word -> kinds.add(WORDS.get(word)));
      return new Chosen(kinds);
    }
  }

  /** A glob that can be read. */
  static final class CheckedGlob implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      try {
        Glob.compile(text);
        return text;
      } catch (BadGlobException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  private static <T> Map<String, T> byName(T[] constants, Function<T, String> name) {
    Map<String, T> words = new LinkedHashMap<>();
    Stream.of(constants).forEach(constant -> words.put(name.apply(constant), constant));
    return words;
  }

  private static List<String> parts(String text, Set<String> words) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    for (String part : parts) {
      if (!words.contains(part)) {
        throw new TypeConversionException("'" + part + "' is none of " + String.join(", ", words));
      }
    }
    return parts;
  }

  private static long whole(String text, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for a number that is out of range
    }
    throw new TypeConversionException("'" + text + "' is not a whole number from 0 to " + most);
  }
}
