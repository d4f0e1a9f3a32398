package dev.leadline.golden;

import dev.leadline.event.Header;
import dev.leadline.event.Origin;
import java.util.List;
import java.util.Set;

/** What the processes of a program are called, without what differs from run to run. */
final class ProcessNames {

  private static final Set<String> TAKE_NEXT = Set.of("-W", "-X", "--check-hash-based-pycs");

  private ProcessNames() {}

  /** A heading; empty for the program itself. */
  static String heading(Header header) {
    return switch (header.origin()) {
      case START -> "";
      case FORK -> "process fork";
      case SPAWN -> isWorker(header) ? "process spawn" : "process " + program(header.argv());
    };
  }

  /** Whether chance decides which of several does a piece of work. */
  static boolean isWorker(Header header) {
    return header.origin() == Origin.FORK
        || header.origin() == Origin.SPAWN
            && header.argv().stream().anyMatch(argument -> argument.contains("multiprocessing"));
  }

  /** What an interpreter's command line runs, without the directories, which may be anywhere. */
  private static String program(List<String> argv) {
    for (int i = 1; i < argv.size(); i++) {
      String argument = argv.get(i);
      if (TAKE_NEXT.contains(argument)) {
        i++;
      } else if (!argument.startsWith("-") || argument.equals("-")) {
        return argument.replaceFirst(".*[/\\\\]", "");
      } else if (argument.matches("-[^-WXmc]*c.*")) {
        return "-c";
      } else if (argument.matches("-[^-WXmc]*m")) {
        return i + 1 < argv.size() ? "-m " + argv.get(i + 1) : "-m";
      } else if (argument.matches("-[^-WXmc]*m.+")) {
        return "-m " + argument.replaceFirst("-[^m]*m", "");
      }
    }
    return "python";
  }
}
