package dev.leadline.interpreter;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directories in which pyenv, asdf and mise keep shims: commands that start one installed
 * version or another, by the working directory and the environment. What they stand for is listed
 * by the manager's own source; a shim itself is an interpreter only when somebody asks for it.
 */
final class Shims {

  private Shims() {}

  /** Whether the directory holds shims and not interpreters. */
  static boolean isShimDirectory(Path directory) {
    return directory.getFileName() != null
        && directory.getFileName().toString().equals("shims")
        && Files.isDirectory(directory);
  }
}
