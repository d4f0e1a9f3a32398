package dev.leadline.launch;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Opens the Unix socket that followed processes connect to. */
final class FollowSocket {

  /** Linux takes 108 bytes, macOS 104. */
  private static final int LONGEST_PATH = 100;

  /**
   * So many may wait to be taken in, and go on meanwhile; whoever comes then is held in its
   * connect. So a fork bomb comes to rest by itself once nobody is taken in any more.
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
