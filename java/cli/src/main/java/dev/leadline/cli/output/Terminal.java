package dev.leadline.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of the terminal. {@link System#console()} does not help: it is about stdin and
 * stdout together, and since Java 22 it is there without a terminal.
 */
public final class Terminal {

  /** The launcher script tells here which descriptors are terminals: {@code 12}, {@code 2}. */
  private static final String PROPERTY = "leadline.terminals";

  /** And here how large the terminal is, as {@code stty size} says it: {@code 24 80}. */
  private static final String SIZE = "leadline.size";

  private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");

  private static final int USUAL_WIDTH = 100;

  private Terminal() {}

  static boolean isTerminal(int descriptor) {
    String terminals = System.getProperty(PROPERTY);
    return terminals == null
        ? isDevice(descriptor)
        : terminals.contains(Integer.toString(descriptor));
  }

  /** Whether colour may be used on a terminal ({@code no-color.org}). */
  public static boolean wantsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /** Columns of the terminal. */
  public static int width(Map<String, String> environment) {
    return width(environment, System.getProperty(SIZE, ""));
  }

  /**
   * Columns: what the user says, or the size of the terminal, or a usual number.
   *
   * @param size its lines and columns; empty where they are not known
   */
  public static int width(Map<String, String> environment, String size) {
    return Stream.of(environment.getOrDefault("COLUMNS", ""), size.replaceFirst("^\\d+ ", ""))
        .filter(columns -> columns.matches("[1-9]\\d{1,3}"))
        .findFirst()
        .map(Integer::parseInt)
        .orElse(USUAL_WIDTH);
  }

  private static boolean isDevice(int descriptor) {
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      return DEVICE.matcher(target.toString()).matches();
    } catch (IOException | UnsupportedOperationException e) {
      return false; // not known: the plain form is right everywhere
    }
  }
}
