package dev.leadline.launch.children;

import dev.leadline.launch.LaunchException;
import dev.leadline.run.RunSpec;
import dev.leadline.wire.Exit;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Which processes of a run are recorded: the first one alone, or its children, too. */
public final class FollowedProcesses implements AutoCloseable {

  private final RecordedProcesses recorded = new RecordedProcesses();
  private final ProcessLimit limit;
  private final RunProcessFinder finder;
  private final Optional<Path> socket;
  private final Optional<ChildStreams> children;

  private FollowedProcesses(RunSpec spec, Path directory) throws LaunchException {
    limit = new ProcessLimit(spec.maxProcesses());
    finder = new RunProcessFinder(directory);
    boolean listens = spec.follow() || spec.runner().isPresent();
    socket = listens ? Optional.of(directory.resolve("children")) : Optional.empty();
    children =
        listens
            ? Optional.of(listening(socket.get(), spec.runner().isPresent()))
            : Optional.empty();
  }

  /** Those that are recorded of this run; their socket is open from now on. */
  public static FollowedProcesses of(RunSpec spec, Path directory) throws LaunchException {
    return new FollowedProcesses(spec, directory);
  }

  private ChildStreams listening(Path path, boolean firstToo) throws LaunchException {
    ServerSocketChannel server = FollowSocket.open(path);
    try {
      PendingProcesses pending = new PendingProcesses(finder, recorded);
      return new ChildStreams(server, recorded, limit, pending, firstToo);
    } catch (IOException e) {
      throw new LaunchException("child processes cannot be followed: " + e.getMessage(), e);
    }
  }

  public Optional<Path> socket() {
    return socket;
  }

  public Optional<ChildStreams> children() {
    return children;
  }

  public RecordedProcesses recorded() {
    return recorded;
  }

  /** The Python processes of the run, also those without a stream. */
  RunProcessFinder finder() {
    return finder;
  }

  /** This is the program whose processes they are. */
  public void guard(RunningProgram program) {
    limit.guard(program);
  }

  /** Does not wait for streams any more. */
  void giveUp() {
    children.ifPresent(ChildStreams::giveUp);
  }

  /** Why the program was ended by us, if it was. */
  public Optional<String> refusal() {
    return limit.refusal();
  }

  /** The exit with that reason. */
  public Exit withReason(Exit exit) {
    return refusal()
        .map(why -> new Exit(exit.status(), exit.timedOut(), exit.eventsLost(), why))
        .orElse(exit);
  }

  @Override
  public void close() {
    children.ifPresent(ChildStreams::close);
  }

  /** Opens the Unix socket that followed processes connect to. */
  private static final class FollowSocket {

    /** Linux takes 108 bytes, macOS 104. */
    private static final int LONGEST_PATH = 100;

    /**
     * This number of connections may wait to be accepted; a further process blocks in its connect.
     * So a fork bomb comes to rest by itself once none is accepted any more.
     */
    private static final int WAITING = 64;

    private FollowSocket() {}

    static ServerSocketChannel open(Path path) throws LaunchException {
      if (File.separatorChar != '/') {
        throw new LaunchException("child processes cannot be followed on Windows");
      }
      if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
        throw new LaunchException(
            "child processes cannot be followed: the path of their socket, "
                + path
                + ", is longer than "
                + LONGEST_PATH
                + " bytes; set TMPDIR to a directory with a shorter path");
      }
      try {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path), WAITING);
        server.configureBlocking(false);
        return server;
      } catch (IOException | UnsupportedOperationException e) {
        throw new LaunchException(
            "child processes cannot be followed: no socket at " + path + ": " + e.getMessage(), e);
      }
    }
  }
}
