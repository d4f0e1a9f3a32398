package dev.leadline.launch;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which signals a process has handlers for, where Linux's {@code /proc} tells it. */
final class CaughtSignals {

  private static final String LINE = "SigCgt:";

  private CaughtSignals() {}

  /** Whether the process has a handler; a signal without one would end it. */
  static boolean has(long process, int signal) {
    try {
      Path status = Path.of("/proc/" + process + "/status");
      Optional<String> mask =
          Files.readString(status).lines().filter(line -> line.startsWith(LINE)).findFirst();
      return mask.isPresent() && isSet(mask.get().substring(LINE.length()).strip(), signal);
    } catch (IOException e) {
      return false; // it is gone, or there is no /proc
    }
  }

  private static boolean isSet(String hexadecimal, int signal) {
    return new BigInteger(hexadecimal, 16).testBit(signal - 1);
  }
}
