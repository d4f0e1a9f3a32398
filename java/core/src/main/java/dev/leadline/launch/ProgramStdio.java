package dev.leadline.launch;

import dev.leadline.wire.AgentConfig;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the program's three streams lead.
 *
 * @param paths what the agent opens by itself; the program then talks to it without us in between
 * @param in where stdin is pumped from, unless the agent opened its own
 * @param out where stdout is pumped to, unless the agent opened its own
 * @param err where stderr is pumped to, unless the agent opened its own
 */
public record ProgramStdio(
    AgentConfig.Stdio paths, InputStream in, OutputStream out, OutputStream err) {

  /** An empty stdin, which needs no pump. */
  public static final InputStream NO_INPUT = InputStream.nullInputStream();

  public ProgramStdio {
    Objects.requireNonNull(paths, "paths");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
  }

  /** The streams of this very process, opened by the agent itself where that is the same. */
  public static ProgramStdio inherited() {
    return new ProgramStdio(
        OwnDescriptors.openable(),
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err));
  }

  /** Streams of Java, pumped byte for byte. */
  public static ProgramStdio piped(InputStream in, OutputStream out, OutputStream err) {
    return new ProgramStdio(AgentConfig.Stdio.PIPED, in, out, err);
  }

  /**
   * Which of this process's own three descriptors another process can open anew through Linux's
   * {@code /proc} and get the same thing: terminals, pipes and devices. A regular file would be
   * opened at its start and without {@code O_APPEND}; for stdin the agent can make up for that, for
   * output it cannot. A socket cannot be opened at all.
   */
  private static final class OwnDescriptors {

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
}
