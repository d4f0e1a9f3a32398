package dev.leadline.launch;

import dev.leadline.wire.AgentConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Which of this process's own three descriptors another process can open anew through Linux's
 * {@code /proc} and get the same thing: terminals, pipes and devices. A regular file would be
 * opened at its start and without {@code O_APPEND}; for stdin the agent can make up for that, for
 * output it cannot. A socket cannot be opened at all.
 */
final class OwnDescriptors {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private OwnDescriptors() {}

  static AgentConfig.Stdio openable() {
    return new AgentConfig.Stdio(openable(0), openable(1), openable(2));
  }

  private static Optional<String> openable(int number) {
    Path own = DESCRIPTORS.resolve(Integer.toString(number));
    try {
      String leadsTo = Files.readSymbolicLink(own).toString();
      if (leadsTo.startsWith("socket:") || leadsTo.startsWith("anon_inode:")) {
        return Optional.empty();
      }
      BasicFileAttributes attributes = Files.readAttributes(own, BasicFileAttributes.class);
      boolean same = attributes.isOther() || (number == 0 && attributes.isRegularFile());
      return same ? Optional.of(path(number)) : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      // no such descriptor, or no /proc: it is pumped
      return Optional.empty();
    }
  }

  private static String path(int number) {
    return "/proc/" + ProcessHandle.current().pid() + "/fd/" + number;
  }
}
