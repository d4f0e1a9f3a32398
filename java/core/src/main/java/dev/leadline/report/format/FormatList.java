package dev.leadline.report.format;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The formats of one command, in the order of the help; the first one is the default. Such a list
 * is the only place that knows their names: options, Maven's goals, tests and documents read it.
 */
public final class FormatList<F extends Format> {

  private static final String COMPRESSED = ".gz";

  private final List<F> formats;

  /** A list of at least one format. */
  public FormatList(List<? extends F> formats) {
    this.formats = List.copyOf(formats);
  }

  /** All of them. */
  public Stream<F> all() {
    return formats.stream();
  }

  /** The format where none is chosen. */
  public F usual() {
    return formats.get(0);
  }

  /** The format of that name. */
  public Optional<F> named(String name) {
    return all().filter(format -> format.name().equals(name)).findFirst();
  }

  /**
   * The format with the longest extension that a file has, and of several the first one. That of
   * compression does not count, unless it belongs to the format's: {@code x.html.gz} is a
   * compressed {@code x.html}.
   */
  public Optional<F> forFile(Path file) {
    String whole = file.toString().toLowerCase(Locale.ROOT);
    return withExtension(whole)
        .or(
            () ->
                whole.endsWith(COMPRESSED)
                    ? withExtension(whole.substring(0, whole.length() - COMPRESSED.length()))
                    : Optional.empty());
  }

  private Optional<F> withExtension(String name) {
    Comparator<F> longest = Comparator.comparingInt(format -> -format.extension().length());
    return all().filter(format -> name.endsWith("." + format.extension())).min(longest);
  }

  /** The names, in order. */
  public List<String> names() {
    return all().map(Format::name).toList();
  }

  /** A line for each format: its name, its extension, and what it is. */
  public List<String> table() {
    int names = width(all().map(Format::name));
    int extensions = width(all().map(Format::extension)) + 1;
    String row = "%-" + names + "s  %-" + extensions + "s  %s";
    return all()
        .map(
            format ->
                String.format(
                    Locale.ROOT,
                    row,
                    format.name(),
                    "." + format.extension(),
                    format.description()))
        .toList();
  }

  private static int width(Stream<String> cells) {
    return cells.mapToInt(String::length).max().orElse(0);
  }
}
