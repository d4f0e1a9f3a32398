package dev.leadline.wire;

import dev.leadline.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What the controller knows of the interpreter's process once it is gone: the {@code exit} record.
 *
 * <p>The controller starts the first process alone and knows no other's status, except of those
 * that it killed itself.
 *
 * @param status exit status, 128 + N where signal N killed it
 * @param timedOut whether the controller stopped it
 * @param eventsLost whether records could not be stored, so that the stored stream has a hole
 * @param detail why, in one clause; empty where there is nothing to say
 */
public record Exit(int status, boolean timedOut, boolean eventsLost, String detail) {

  public Exit {
    Objects.requireNonNull(detail, "detail");
  }

  /** The line that says it of a followed process, with its newline. */
  public byte[] lineOf(int process) {
    return (record(process) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The record of the program's own process. */
  public String record() {
    return record(RecordKind.EXIT.begin());
  }

  /** The record of a followed process. */
  public String record(int process) {
    return record(RecordKind.EXIT.begin().number("process", process));
  }

  private String record(JsonObject begun) {
    return begun
        .number("status", status)
        .flag("timed_out", timedOut)
        .flag("events_lost", eventsLost)
        .text("detail", detail)
        .toJson();
  }

  /** Whether a signal ended the process, as far as its status can show. */
  public boolean killed() {
    return ExitWords.isSignal(status);
  }

  /** What became of an interpreter that wrote no header, in one sentence for the user. */
  public String beforeHeader() {
    String how =
        timedOut
            ? "was stopped since its time was up"
            : killed() ? "was " + ExitWords.describe(status) : "ended with status " + status;
    return "the interpreter " + how + ", before the program could start";
  }

  /** Exit statuses in words. */
  public static final class ExitWords {

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

    private ExitWords() {}

    /** Whether a signal ended the process, as far as a status can show. */
    public static boolean isSignal(int status) {
      int signal = status - SIGNALLED;
      return signal > 0 && signal <= LAST_SIGNAL;
    }

    /** The status that a process reported as a decimal number; older agents reported none. */
    public static OptionalInt reported(String text) {
      return text.matches("-?\\d{1,9}")
          ? OptionalInt.of(Integer.parseInt(text))
          : OptionalInt.empty();
    }

    /** How a process went that did not say so itself. */
    public static String describe(int status) {
      if (!isSignal(status)) {
        return "ended with status " + status + " and without a word";
      }
      int signal = status - SIGNALLED;
      String name = SIGNALS.get(signal);
      return "killed by signal " + signal + (name == null ? "" : " (" + name + ")");
    }

    /** The name of a signal, or what says its number. */
    public static String signalName(int signal) {
      return SIGNALS.getOrDefault(signal, "signal " + signal);
    }
  }
}
