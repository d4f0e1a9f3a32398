package dev.leadline.causes;

import java.util.Map;

/** Exceptions whose class got a new name; the old one is kept as another name of the same class. */
public final class ExceptionNames {

  private static final Map<String, String> NEW_NAMES =
      Map.of(
          "re.error", "re.PatternError",
          "sre_constants.error", "re.error",
          "socket.timeout", "TimeoutError",
          "asyncio.exceptions.TimeoutError", "TimeoutError",
          "concurrent.futures._base.TimeoutError", "TimeoutError");

  private ExceptionNames() {}

  /** What the next release that renamed it calls it; the same name where none did. */
  static String next(String type) {
    return NEW_NAMES.getOrDefault(type, type);
  }

  /** What the newest release calls it. */
  public static String newest(String type) {
    // a class may have been renamed twice
    return next(next(type));
  }
}
