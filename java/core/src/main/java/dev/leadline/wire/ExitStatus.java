package dev.leadline.wire;

import java.util.Map;
import java.util.OptionalInt;

/** Exit statuses in words. */
final class ExitStatus {

  /** A shell's status for a process that signal N ended is this plus N. */
  private static final int SIGNALLED = 128;

  private static final int LAST_SIGNAL = 64;

  /** The signals that have the same number on Linux and macOS. */
  private static final Map<Integer, String> SIGNALS =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL"),
          Map.entry(5, "SIGTRAP"),
          Map.entry(6, "SIGABRT"),
          Map.entry(8, "SIGFPE"),
          Map.entry(9, "SIGKILL"),
          Map.entry(11, "SIGSEGV"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(14, "SIGALRM"),
          Map.entry(15, "SIGTERM"),
          Map.entry(24, "SIGXCPU"),
          Map.entry(25, "SIGXFSZ"));

  private ExitStatus() {}

  /** Whether a signal ended the process, as far as a status can tell. */
  static boolean isSignal(int status) {
    int signal = status - SIGNALLED;
    return signal > 0 && signal <= LAST_SIGNAL;
  }

  /** The status that a process told of itself as a decimal number; older agents told none. */
  static OptionalInt told(String text) {
    return text.matches("-?\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** How a process went that did not say so itself. */
  static String describe(int status) {
    if (!isSignal(status)) {
      return "ended with status " + status + " and without a word";
    }
    int signal = status - SIGNALLED;
    String name = SIGNALS.get(signal);
    return "killed by signal " + signal + (name == null ? "" : " (" + name + ")");
  }

  /** The name of a signal, or what says its number. */
  static String signalName(int signal) {
    return SIGNALS.getOrDefault(signal, "signal " + signal);
  }
}
