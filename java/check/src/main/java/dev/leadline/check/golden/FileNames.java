package dev.leadline.check.golden;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What files are called where people read of them. */
final class FileNames {

  private FileNames() {}

  /** A failure of the system's, with what was to be done. */
  static IOException cannot(String what, Path file, IOException cause) {
    String reason = cause.getMessage();
    if (cause instanceof AccessDeniedException) {
      reason = "no permission";
    } else if (cause instanceof FileSystemException system && system.getReason() != null) {
      reason = system.getReason();
    }
    return new IOException("cannot %s %s: %s".formatted(what, of(file), reason), cause);
  }

  /** The whole path, with slashes; whoever shows places knows how much of it a reader needs. */
  static String of(Path file) {
    return file.toAbsolutePath().normalize().toString().replace('\\', '/');
  }
}
