package dev.leadline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is known of the terminal. {@link System#console()} does not help: it tells of stdin and
 * stdout together, and since Java 22 it is there without a terminal.
 */
final class Terminal {

  /** The launcher script tells here which descriptors are terminals: {@code 12}, {@code 2}. */
  private static final String PROPERTY = "leadline.terminals";

  private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");

  private static final int USUAL_WIDTH = 100;

  private Terminal() {}

  static boolean isTerminal(int descriptor) {
    String told = System.getProperty(PROPERTY);
    return told == null ? isDevice(descriptor) : told.contains(Integer.toString(descriptor));
  }

  /** Whether colour may be used on a terminal ({@code no-color.org}). */
  static boolean wantsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /** Columns, as the shell exports them, or a usual number. */
  static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
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
