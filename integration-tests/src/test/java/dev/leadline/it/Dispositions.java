package dev.leadline.it;

import java.util.ArrayList;
import java.util.List;

/**
 * Starts a command with stated dispositions of the signals that end a process, none of them
 * blocked, whatever those of the JVM that runs the tests: a build that was started with {@code
 * nohup} or {@code &} passes ignored ones on.
 */
final class Dispositions {

  private static final String SET =
      """
      import os, signal, sys
      for name in 'HUP', 'INT', 'QUIT', 'TERM', 'USR1', 'USR2':
          ignored = name in sys.argv[1].split(',')
          signal.signal(getattr(signal, 'SIG' + name), signal.SIG_IGN if ignored else signal.SIG_DFL)
      signal.pthread_sigmask(signal.SIG_SETMASK, ())
      os.execvp(sys.argv[2], sys.argv[2:])
      """;

  private Dispositions() {}

  /** The command, started with each of these signals at its default. */
  static List<String> defaults(List<String> command) {
    return ignoring("", command);
  }

  /**
   * The command, started with some of these signals ignored.
   *
   * @param names separated by commas, without {@code SIG}
   */
  static List<String> ignoring(String names, List<String> command) {
    String python = Interpreters.newest().executable().toString();
    List<String> all = new ArrayList<>(List.of(python, "-I", "-S", "-c", SET, names));
    all.addAll(command);
    return all;
  }
}
