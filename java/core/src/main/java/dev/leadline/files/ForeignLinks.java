package dev.leadline.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Symbolic links that another user has put into a directory that all may write to, as {@code /tmp}:
 * to write through one would change a file of that user's choice. Linux refuses them by itself
 * where {@code fs.protected_symlinks} is set; the rule here is the same.
 */
public final class ForeignLinks {

  private static final Path OURSELVES = Path.of("/proc/self");

  /** Sticky, and all may write. */
  private static final int SHARED = 01002;

  private static final int NO_USER = -1;

  private ForeignLinks() {}

  /**
   * Refuses a file that is reached through such a link.
   *
   * @return the same file, behind the link that it is itself, if it is one and leads to a regular
   *     file: that to a pipe, as {@code /dev/stdout} may be, has no other name
   * @throws IOException that names the link
   */
  public static Path refuse(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      for (Path at = file.toAbsolutePath(); at.getParent() != null; at = at.getParent()) {
        if (Files.isSymbolicLink(at) && isForeign(at)) {
          throw new IOException(
              at + " is a symbolic link of another user in a directory that all may write to");
        }
      }
    }
    return Files.isSymbolicLink(file) && Files.isRegularFile(file) ? file.toRealPath() : file;
  }

  private static boolean isForeign(Path link) throws IOException {
    Path directory = link.getParent();
    return isForeign(
        (Integer) Files.getAttribute(link, "unix:uid", LinkOption.NOFOLLOW_LINKS),
        (Integer) Files.getAttribute(directory, "unix:mode"),
        (Integer) Files.getAttribute(directory, "unix:uid"),
        Files.exists(OURSELVES) ? (Integer) Files.getAttribute(OURSELVES, "unix:uid") : NO_USER);
  }

  static boolean isForeign(int owner, int mode, int ownerOfDirectory, int ours) {
    return (mode & SHARED) == SHARED && owner != ownerOfDirectory && owner != ours;
  }
}
