package dev.leadline.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that one run of Leadline writes at a time: two that were given the same name would leave a
 * mixture of both. The system gives the lock back when its holder ends, however it ends.
 */
public final class LockedFile extends FilterOutputStream {

  private final FileChannel holder;

  private LockedFile(FileChannel holder, OutputStream out) {
    super(out);
    this.holder = holder;
  }

  /**
   * Creates or empties a file, with the permissions that the user's umask leaves. What is no
   * regular file, a pipe or a device, is written as it is.
   *
   * @throws IOException if it cannot be written, or another run writes it; then it is as it was
   */
  public static OutputStream emptied(Path named) throws IOException {
    Path file = ForeignLinks.refuse(named);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return Files.newOutputStream(file);
    }
    FileChannel holder = FileChannel.open(file, options(file, StandardOpenOption.CREATE));
    try {
      if (isTaken(holder)) {
        throw new IOException("another run of Leadline is writing it; give each a file of its own");
      }
      return new LockedFile(
          holder, Files.newOutputStream(file, options(file, StandardOpenOption.TRUNCATE_EXISTING)));
    } catch (IOException e) {
      holder.close();
      throw e;
    }
  }

  /** What is no link now is not followed if it becomes one. */
  private static OpenOption[] options(Path file, OpenOption how) {
    return Files.isSymbolicLink(file)
        ? new OpenOption[] {how, StandardOpenOption.WRITE}
        : new OpenOption[] {how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS};
  }

  private static boolean isTaken(FileChannel channel) {
    try {
      Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
      return lock.isEmpty();
    } catch (OverlappingFileLockException e) {
      return true; // by this JVM
    } catch (IOException e) {
      return false; // a file system without locks
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    try (holder) {
      out.close();
    }
  }
}
