package dev.leadline.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The private directory of one run. One that is free again serves a later run with the files that
 * are in it: hundreds of small runs would otherwise make and remove hundreds of files each, which
 * can take a file system longer than CPython takes to start. It gets a new name then, so that what
 * is left of the earlier run is not taken for the later one's.
 */
final class RunDirectory implements AutoCloseable {

  private static final Deque<Path> FREE = new ConcurrentLinkedDeque<>();
  private static final AtomicLong RENAMED = new AtomicLong();

  private final PrivateDirectory directory;
  private boolean free;

  private RunDirectory(PrivateDirectory directory) {
    this.directory = directory;
  }

  /** One in a directory that is private already, and is removed when this JVM ends. */
  static RunDirectory inside(Path parent) throws LaunchException {
    Path left = FREE.poll();
    while (left != null) {
      Path renamed = parent.resolve("again-" + RENAMED.incrementAndGet());
      try {
        return new RunDirectory(new PrivateDirectory(Files.move(left, renamed)));
      } catch (IOException e) {
        left = FREE.poll(); // somebody has cleaned the temporary files up
      }
    }
    return new RunDirectory(PrivateDirectory.inside(parent));
  }

  /** Where it is. */
  Path path() {
    return directory.path();
  }

  /** The run has ended, and no process of it has the FIFO open or is to find the directory. */
  void isFreeAgain() {
    free = true;
  }

  @Override
  public void close() {
    if (free) {
      FREE.push(path());
    } else {
      directory.close();
    }
  }
}
