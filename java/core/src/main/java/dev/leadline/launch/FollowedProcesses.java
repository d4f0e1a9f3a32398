package dev.leadline.launch;

import dev.leadline.wire.Exit;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Which processes of a run are recorded: the first one alone, or its children, too. */
final class FollowedProcesses implements AutoCloseable {

  private final RecordedProcesses recorded = new RecordedProcesses();
  private final Crowd crowd;
  private final RunMark mark;
  private final Optional<Path> socket;
  private final Optional<ChildStreams> children;

  private FollowedProcesses(LaunchRequest request, Path directory) throws LaunchException {
    crowd = new Crowd(request.maxProcesses());
    mark = new RunMark(directory);
    boolean listens = request.follow() || request.runner().isPresent();
    socket = listens ? Optional.of(directory.resolve("children")) : Optional.empty();
    children =
        listens
            ? Optional.of(listening(socket.get(), request.runner().isPresent()))
            : Optional.empty();
  }

  /** Those that this request asks for; their socket is open from now on. */
  static FollowedProcesses of(LaunchRequest request, Path directory) throws LaunchException {
    return new FollowedProcesses(request, directory);
  }

  private ChildStreams listening(Path path, boolean firstToo) throws LaunchException {
    ServerSocketChannel server = FollowSocket.open(path);
    try {
      Latecomers latecomers = new Latecomers(mark, recorded);
      return new ChildStreams(server, recorded, crowd, latecomers, firstToo);
    } catch (IOException e) {
      throw new LaunchException("child processes cannot be followed: " + e.getMessage(), e);
    }
  }

  Optional<Path> socket() {
    return socket;
  }

  Optional<ChildStreams> children() {
    return children;
  }

  RecordedProcesses recorded() {
    return recorded;
  }

  /** The Python processes of the run, also those without a stream. */
  RunMark mark() {
    return mark;
  }

  /** This is the program whose processes they are. */
  void guard(RunningProgram program) {
    crowd.guard(program);
  }

  /** Does not wait for streams any more. */
  void giveUp() {
    children.ifPresent(ChildStreams::giveUp);
  }

  /** Why the program was ended by us, if it was. */
  Optional<String> refusal() {
    return crowd.refusal();
  }

  /** The exit with that reason. */
  Exit withReason(Exit exit) {
    return refusal()
        .map(why -> new Exit(exit.status(), exit.timedOut(), exit.eventsLost(), why))
        .orElse(exit);
  }

  @Override
  public void close() {
    children.ifPresent(ChildStreams::close);
  }
}
