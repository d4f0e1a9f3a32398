package dev.leadline.process;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The signals that this process was started with ignored, as {@code nohup} and the {@code &} of a
 * script do. A plain run inherits that. A JVM does not pass it on: it installs handlers of its own
 * for SIGQUIT, SIGUSR2 and others, resets SIGCHLD, and never delivers an ignored SIGINT, SIGHUP or
 * SIGTERM. So the launcher script resets these three to their default, and says what it found.
 */
public final class IgnoredSignals {

  /** Set by the launcher script: the mask of {@code /proc/PID/status}, in hexadecimal. */
  private static final String PROPERTY = "leadline.ignored";

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String LINE = "SigIgn:";

  /** Signals that ask a process to end, by name. */
  private static final Map<String, Integer> ENDING = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  /**
   * CPython ignores SIGPIPE and SIGXFSZ itself, and glibc's {@code posix_spawn} starts any process
   * with the two signals of its threads ignored.
   */
  private static final List<Integer> OF_EVERY_RUN = List.of(13, 25, 32, 33);

  /** Variables that a shell sets for itself, where they are missing or wrong. */
  private static final List<String> OF_SHELLS = List.of("PWD", "OLDPWD");

  private static final IgnoredSignals AT_START = new IgnoredSignals(mask());

  private final BigInteger mask;

  /** From a mask in hexadecimal, where bit N - 1 stands for signal N. */
  IgnoredSignals(String mask) {
    this.mask = new BigInteger(mask, 16);
  }

  /** Those that this JVM was started with. */
  public static IgnoredSignals atStart() {
    return AT_START;
  }

  private static String mask() {
    String found = System.getProperty(PROPERTY, "");
    try {
      return found.isEmpty() ? fromStatus(Files.readString(STATUS)) : found;
    } catch (IOException e) {
      return "0"; // there is no /proc
    }
  }

  static String fromStatus(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith(LINE))
        .map(line -> line.substring(LINE.length()).strip())
        .findFirst()
        .orElse("0");
  }

  /** Whether this signal is one of them: {@code HUP}, {@code INT} or {@code TERM}. */
  public boolean contains(String name) {
    return mask.testBit(ENDING.get(name) - 1);
  }

  /**
   * The command, started with the dispositions that a plain run would inherit. One that cannot be
   * started stays as it is, so that its own start fails.
   *
   * @param command the path of an executable first
   * @param environment variables that it gets beside those of this process, or, where empty, does
   *     not get
   */
  public List<String> restoredFor(List<String> command, Map<String, Optional<String>> environment) {
    List<Integer> numbers = numbers();
    if (numbers.isEmpty() || !Files.isExecutable(Path.of(command.get(0)))) {
      return command;
    }
    StringBuilder script = new StringBuilder("trap ''");
    numbers.forEach(number -> script.append(' ').append(number));
    List<String> words = new ArrayList<>(List.of("sh"));
    for (String name : OF_SHELLS) {
      Optional<String> value =
          environment.getOrDefault(name, Optional.ofNullable(System.getenv(name)));
      script.append(
          (value.isPresent() ? "; export %s=\"$1\"; shift" : "; unset %s").formatted(name));
      value.ifPresent(words::add);
    }
    words.addAll(command);
    words.addAll(0, List.of("sh", "-c", script.append("; exec \"$@\"").toString()));
    return words;
  }

  private List<Integer> numbers() {
    return IntStream.rangeClosed(1, mask.bitLength())
        .filter(number -> mask.testBit(number - 1) && !OF_EVERY_RUN.contains(number))
        .boxed()
        .toList();
  }
}
