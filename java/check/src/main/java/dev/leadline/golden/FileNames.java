package dev.leadline.golden;

import java.nio.file.Path;

/** What files are called where people read of them. */
final class FileNames {

  private FileNames() {}

  /** The path from the working directory where the file is beneath it, with slashes. */
  static String of(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path there = file.toAbsolutePath().normalize();
    return (there.startsWith(here) ? here.relativize(there) : there).toString().replace('\\', '/');
  }
}
