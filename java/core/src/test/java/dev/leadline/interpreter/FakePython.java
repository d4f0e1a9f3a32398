package dev.leadline.interpreter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts that answer the probe as an interpreter of some version would. */
final class FakePython {

  private FakePython() {}

  /** An executable script. */
  static Path script(Path file, String body) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\n" + body + "\n");
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A CPython of a final version such as {@code 3.12.1}. */
  static Path cpython(Path file, String version) {
    return answering(file, version, "cpython", file.toString());
  }

  /** An interpreter of some implementation that calls itself {@code sysExecutable}. */
  static Path answering(Path file, String version, String name, String sysExecutable) {
    String numbers = version.replace(".", "\\000");
    return script(
        file,
        "printf 'leadline-probe\\000"
            + numbers
            + "\\000final\\0000\\000"
            + name
            + "\\000\\000"
            + sysExecutable
            + "\\000/p\\000/b'");
  }

  /** A link, with the directories that lead to it. */
  static Path link(Path link, Path target) {
    try {
      Files.createDirectories(link.getParent());
      return Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
