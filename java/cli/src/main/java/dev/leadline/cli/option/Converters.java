package dev.leadline.cli.option;

import dev.leadline.check.plan.Shard;
import dev.leadline.event.EventKind;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Scope;
import dev.leadline.filter.Glob;
import dev.leadline.filter.Glob.BadGlobException;
import dev.leadline.filter.ScopeWords;
import dev.leadline.report.format.Format;
import dev.leadline.report.format.FormatList;
import dev.leadline.run.DurationText;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How the values of options are read; each says in its message what it takes.
 *
 * <p>There is no lambda in a class that implements picocli's interface, which is one of Java 5: the
 * JVM's archive of classes does not take it, and each would be made anew at every start.
 */
public final class Converters {

  private static final Map<String, Set<EventKind>> EVENTS =
      byName(EventKind.values(), EventKind::pythonName, Set::of);

  private static final Map<String, Set<ValueKind>> VALUES =
      byName(ValueKind.values(), ValueKind::wireName, Set::of);

  private Converters() {}

  /** The constant of this name; upper and lower case are the same. */
  public static <T> T oneOf(T[] constants, String text) {
    Map<String, T> words = byName(constants, Converters::word, constant -> constant);
    T constant = words.get(text.toLowerCase(Locale.ROOT));
    if (constant == null) {
      throw notOneOf(text, words.keySet());
    }
    return constant;
  }

  private static String word(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT);
  }

  /** A constant of an enum, whose names picocli's own message shows in capitals. */
  public static final class Constant<T> implements ITypeConverter<T> {

    private final Class<T> type;

    public Constant(Class<T> type) {
      this.type = type;
    }

    @Override
    public T convert(String text) {
      return oneOf(type.getEnumConstants(), text);
    }
  }

  /** A path, which picocli's own converter refuses with the names of Java's classes. */
  public static final class Paths implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new TypeConversionException(
            "Java cannot use the name '" + text + "': it, or the locale, is not UTF-8");
      }
    }
  }

  /** A whole number that is not negative. */
  public static final class Count implements ITypeConverter<Integer> {
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

  /** What one use of an option names. picocli would take a plain set apart. */
  record Chosen<E>(Set<E> all) {

    /** All that the uses of an option name. */
    static <E> Set<E> union(List<Chosen<E>> uses) {
      return uses.stream().flatMap(use -> use.all().stream()).collect(Collectors.toSet());
    }
  }

  /** Several words with commas between them, each of which means one thing or several. */
  abstract static class Words<E> implements ITypeConverter<Chosen<E>> {

    private final Map<String, Set<E>> meanings;

    private Words(Map<String, Set<E>> meanings) {
      this.meanings = meanings;
    }

    @Override
    public Chosen<E> convert(String text) {
      Set<E> chosen = new HashSet<>();
      for (String part : text.split(",", -1)) {
        String word = part.strip();
        if (!meanings.containsKey(word)) {
          throw notOneOf(word, meanings.keySet());
        }
        chosen.addAll(meanings.get(word));
      }
      return new Chosen<>(chosen);
    }
  }

  /** {@code user}, {@code all}, or several names of scopes. */
  static final class Scopes extends Words<Scope> {
    Scopes() {
      super(ScopeWords.MEANINGS);
    }
  }

  /** Several kinds of event. */
  static final class Events extends Words<EventKind> {
    Events() {
      super(EVENTS);
    }
  }

  /** Several kinds of value. */
  static final class Values extends Words<ValueKind> {
    Values() {
      super(VALUES);
    }
  }

  /** A glob that can be read. */
  public static final class CheckedGlob implements ITypeConverter<String> {
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

  /** The format of this name, for a converter of each list. */
  public static <F extends Format> F format(FormatList<F> formats, String text) {
    return formats.named(text).orElseThrow(() -> notOneOf(text, formats.names()));
  }

  /** By their names, in their order; kept: what is kept of each. */
  private static <T, R> Map<String, R> byName(
      T[] constants, Function<T, String> name, Function<T, R> kept) {
    Map<String, R> words = new LinkedHashMap<>();
    for (T constant : constants) {
      words.put(name.apply(constant), kept.apply(constant));
    }
    return words;
  }

  private static TypeConversionException notOneOf(String text, Collection<String> words) {
    return new TypeConversionException("'" + text + "' is not one of " + String.join(", ", words));
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

  /** A duration such as {@code 30s}. */
  public static final class Durations implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      try {
        return DurationText.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** {@code 1.2s..1.4s}: from one time of a trace to another, either of which may be absent. */
  public static final class Between implements ITypeConverter<Between.Times> {

    private static final String TIME = "(?:(\\d+(?:\\.\\d+)?)(h|m|s|ms|us)?)?";

    private static final Pattern FORM = Pattern.compile(TIME + "\\.\\." + TIME);

    private static final Map<String, Duration> UNITS =
        Map.of(
            "h", Duration.ofHours(1),
            "m", Duration.ofMinutes(1),
            "s", Duration.ofSeconds(1),
            "ms", Duration.ofMillis(1),
            "us", Duration.ofNanos(1_000));

    private static final BigDecimal LATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * Two times, in nanoseconds since the trace's begin.
     *
     * @param text how they were written
     */
    public record Times(long fromNs, long toNs, String text) {}

    @Override
    public Times convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches() || text.equals("..")) {
        throw wrong(
            text,
            "is not of the form A..B with times such as 1.2s, 300ms or 10us; units are h, m, s, ms"
                + " and us");
      }
      long from = ns(text, matcher.group(1), matcher.group(2), 0);
      long to = ns(text, matcher.group(3), matcher.group(4), Long.MAX_VALUE);
      if (from >= to) {
        throw wrong(text, "ends where it begins, or before; write A..B with A before B");
      }
      return new Times(from, to, text);
    }

    private static long ns(String text, String number, String unit, long absent) {
      if (number == null) {
        return absent;
      }
      Duration one = UNITS.get(unit == null ? "s" : unit);
      BigDecimal ns = new BigDecimal(number).multiply(BigDecimal.valueOf(one.toNanos()));
      if (ns.compareTo(LATEST) > 0) {
        throw wrong(text, "has a time that is too large: no trace is longer than 292 years");
      }
      return ns.longValue();
    }

    private static TypeConversionException wrong(String text, String why) {
      return new TypeConversionException("'" + text + "' " + why);
    }
  }

  /** {@code 2/4}: the second of four parts. */
  public static final class ShardPart implements ITypeConverter<Shard> {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

    @Override
    public Shard convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (matcher.matches()) {
        int number = Integer.parseInt(matcher.group(1));
        int of = Integer.parseInt(matcher.group(2));
        if (number <= of) {
          return new Shard(number, of);
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is not of the form I/N with I from 1 to N, such as 2/4");
    }
  }
}
