package dev.leadline.launch.signals;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process does with signals, as Linux's {@code /proc} reports it. */
public final class CaughtSignals {

  private static final String CAUGHT = "SigCgt:";
  private static final String IGNORED = "SigIgn:";
  private static final String BLOCKED = "SigBlk:";

  private CaughtSignals() {}

  /** Whether the process has a handler; a signal without one would end it. */
  public static boolean has(long process, int signal) {
    return isIn(CAUGHT, status(process), signal);
  }

  /** Whether the process has a handler, and its main thread does not keep the signal waiting. */
  public static boolean interrupts(long process, int signal) {
    List<String> status = status(process);
    return isIn(CAUGHT, status, signal) && !isIn(BLOCKED, status, signal);
  }

  /** Whether the process leaves to the system what the signal does. */
  public static boolean isDefault(long process, int signal) {
    List<String> status = status(process);
    return !status.isEmpty() && !isIn(CAUGHT, status, signal) && !isIn(IGNORED, status, signal);
  }

  /** Empty where the process is gone, or there is no /proc. */
  private static List<String> status(long process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process + "/status"));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isIn(String name, List<String> status, int signal) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .anyMatch(line -> isSet(line.substring(name.length()).strip(), signal));
  }

  private static boolean isSet(String hexadecimal, int signal) {
    return new BigInteger(hexadecimal, 16).testBit(signal - 1);
  }
}
